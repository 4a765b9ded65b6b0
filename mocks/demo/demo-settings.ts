import * as z from 'zod/mini';

/** What the control panel sets. It lives in the page's address (`?demo=size:5000,latency:800`) and in storage. */
export const demoSettings = z.object({
  /** Members of the demo's main organization. */
  size: z._default(z.union([z.literal(64), z.literal(25), z.literal(5000), z.literal(100_000)]), 64),
  /** Milliseconds added to each answer of the Management API. */
  latency: z._default(z.number().check(z.minimum(0), z.maximum(30_000)), 0),
  /** Milliseconds until a write shows in search. */
  lag: z._default(z.number().check(z.minimum(0), z.maximum(600_000)), 4000),
  /** The email of the demo person to come in as; only an address can ask for it. */
  as: z.optional(z.string()),
  trouble: z._default(z.enum(['none', 'rate-limit', 'some-fail', 'down']), 'none'),
});
export type DemoSettings = z.infer<typeof demoSettings>;

const key = 'steward-demo-settings';
const numbers = new Set(['size', 'latency', 'lag']);

function fromText(text: string): DemoSettings | null {
  const entries = text.split(',').map((entry) => {
    const [name = '', value = ''] = entry.split(':');
    return [name, numbers.has(name) ? Number(value) : value];
  });
  return demoSettings.safeParse(Object.fromEntries(entries)).data ?? null;
}

function toText(settings: DemoSettings): string {
  return Object.entries(settings)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}:${value}`)
    .join(',');
}

/** Reads the settings: the address first, then what was stored, then the defaults. */
export function readDemoSettings(): DemoSettings {
  const asked = new URLSearchParams(window.location.search).get('demo');
  const settings = fromText(asked ?? window.localStorage.getItem(key) ?? '') ?? demoSettings.parse({});
  // The address loses its query on the way through sign-in; storage brings the rest along.
  storeDemoSettings(settings);
  return settings;
}

/** Keeps the settings, but for the person: whoever signs out stays signed out. */
export function storeDemoSettings({ as: _, ...settings }: DemoSettings): void {
  window.localStorage.setItem(key, toText(settings));
}

/** An address that opens the demo with these settings. */
export function demoLink(settings: DemoSettings): string {
  const link = new URL(window.location.href);
  link.searchParams.set('demo', toText(settings));
  return link.href;
}
