export interface Device {
  browser?: string;
  system?: string;
}

/** The first that fits holds: browsers name their ancestors too. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\b/, 'Edge'],
  [/\b(OPR|Opera)\b/, 'Opera'],
  [/\bSamsung( ?Browser| Internet)/i, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\b/, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS)\b/, 'Chrome'],
  [/\bSafari\b/, 'Safari'],
];

const systems: readonly [RegExp, string][] = [
  [/\bWindows\b/, 'Windows'],
  [/\b(iPhone|iPad|iPod|iOS)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\b(CrOS|Chrome ?OS)\b/, 'ChromeOS'],
  [/\bMac ?OS( X)?\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bUbuntu\b/, 'Linux'],
];

/**
 * The browser and the system that a user agent names: Auth0's short form, "Chrome 141.0.0 / Windows 10.0.0", or a
 * browser's own. Versions say nothing to someone who wonders whether that was his colleague's laptop.
 */
export function deviceOf(userAgent: string): Device {
  return { browser: nameIn(browsers, userAgent), system: nameIn(systems, userAgent) };
}

function nameIn(names: readonly [RegExp, string][], userAgent: string): string | undefined {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1];
}
