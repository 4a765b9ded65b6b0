/**
 * The background of each theme that is hardest to read on: `--color-sunken` of the app's tokens.
 */
export const backgrounds = { light: '#eff1f3', dark: '#21262b' } as const;

/** @see https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const minimumContrast = 4.5;

/**
 * How far two colours are apart, from 1 to 21.
 *
 * @param one - as `#rrggbb`, as is `other`.
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
