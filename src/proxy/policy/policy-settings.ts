import { z } from 'zod';
import { backgrounds, contrast, minimumContrast } from './contrast.ts';
import { type LocalText, localText } from './local-text.ts';

/** How the screens look and speak. What is left out stays as it is without. */
export interface PolicySettings {
  readonly title?: LocalText;
  /** An https address, or a path of the site such as `/logo.svg`. */
  readonly logo?: string;
  /** Colours such as `#0b5c8a`, one for each theme; each readable on the theme's backgrounds. */
  readonly accent?: { readonly light: string; readonly dark: string };
  /** The language of the screens, in BCP 47; the browser's unless it is said. */
  readonly locale?: string;
  /** Words of the screens in the vendor's own way, by their keys. */
  readonly messages?: Readonly<Record<string, string>>;
  /** In the admin's menu: https or mailto. */
  readonly links?: readonly { readonly label: LocalText; readonly href: string }[];
}

function color(theme: keyof typeof backgrounds) {
  return z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, 'use a colour such as #0b5c8a')
    .refine((text) => contrast(text, backgrounds[theme]) >= minimumContrast, {
      error: `cannot be read on the ${theme} theme: its contrast with ${backgrounds[theme]} is below ${minimumContrast}`,
    });
}

/** What a browser opens: no script, no plain http. */
function isSafeLink(href: string): boolean {
  return URL.canParse(href) && ['https:', 'mailto:'].includes(new URL(href).protocol);
}

function isLogo(address: string): boolean {
  if (/^\/(?![/\\])[\w./-]*$/.test(address)) return true;
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

export const policySettings = z.strictObject({
  title: localText.optional(),
  logo: z.string().max(2048).refine(isLogo, 'use an https address or a path such as /logo.svg').optional(),
  accent: z.strictObject({ light: color('light'), dark: color('dark') }).optional(),
  locale: z.string().refine(isLocale, 'use a language such as en or pt-BR').optional(),
  messages: z.record(z.string().max(200), z.string().max(2000)).optional(),
  links: z
    .array(
      z.strictObject({
        label: localText,
        href: z.string().max(2048).refine(isSafeLink, 'use an https or mailto address'),
      }),
    )
    .max(10)
    .optional(),
});
