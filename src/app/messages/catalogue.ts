import type { en } from './en/en.ts';
import type { later } from './en/later.ts';

export type LaterArea = keyof typeof later;

type LaterMessages = { [Area in LaterArea]: Awaited<ReturnType<(typeof later)[Area]>> };

/** All words, by area; those of `LaterArea` are there within the screens that brought them. */
export type Messages = typeof en & LaterMessages;

export interface Catalogue {
  locale: 'en';
  messages: typeof en;
}

/** Loads the words of the person's language; English is the only one so far. */
export async function loadCatalogue(): Promise<Catalogue> {
  const { en } = await import('./en/en.ts');
  return { locale: 'en', messages: en };
}

export async function loadWords(areas: readonly LaterArea[]): Promise<Partial<LaterMessages>> {
  const { later } = await import('./en/later.ts');
  const words = await Promise.all(areas.map(async (area) => [area, await later[area]()] as const));
  return Object.fromEntries(words);
}
