/** Where the site may send requests, as origins. */
export interface SiteOrigins {
  proxy: string;
  tenant: string;
}

/**
 * What a static host sends with every file of the site: nothing is loaded from elsewhere, no text becomes a script,
 * nobody frames the page.
 *
 * Trusted Types: public/start.js makes the one policy, which lets the SDK's token worker through and nothing else.
 *
 * @see https://www.w3.org/TR/CSP3/
 * @see https://w3c.github.io/trusted-types/dist/spec/
 */
export function siteHeaders({ proxy, tenant }: SiteOrigins): Record<string, string> {
  const directives = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' https: data:",
    "font-src 'self'",
    "worker-src 'self'",
    `connect-src 'self' ${proxy} ${tenant}`,
    // Silent authentication asks the tenant in a frame.
    `frame-src ${tenant}`,
    "base-uri 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ];
  return {
    'content-security-policy': directives.join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}

/** Names of files under `assets/` hold a hash of their content; all else is asked for anew. */
export const cacheControl = {
  assets: 'public, max-age=31536000, immutable',
  rest: 'no-cache',
} as const;
