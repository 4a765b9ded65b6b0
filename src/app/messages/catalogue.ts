import type { en, later } from './en/en.ts';

export type LaterArea = keyof typeof later;

type LaterMessages = { [Area in LaterArea]: Awaited<ReturnType<(typeof later)[Area]>> };

/** All words, by area; those of `LaterArea` are there within the screens that brought them. */
export type Messages = typeof en & LaterMessages;

export interface Catalogue {
  locale: 'en';
  messages: typeof en;
  later: typeof later;
}

/** Loads the words of the person's language; English is the only one so far. */
export async function loadCatalogue(): Promise<Catalogue> {
  const { en, later } = await import('./en/en.ts');
  return { locale: 'en', messages: en, later };
}

export async function loadWords(areas: readonly LaterArea[]): Promise<Partial<LaterMessages>> {
  const { later } = await loadCatalogue();
  const words = await Promise.all(areas.map(async (area) => [area, await later[area]()] as const));
  return Object.fromEntries(words);
}
