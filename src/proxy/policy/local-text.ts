import { z } from 'zod';

/** A text in one language, or in several by their BCP 47 tags: `{ en: 'Department', de: 'Abteilung' }`. */
export type LocalText = string | Readonly<Record<string, string>>;

const text = z.string().min(1, 'is empty').max(500, 'is too long');

export const localText = z.union(
  [
    text,
    z
      .record(z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'is no language'), text)
      .refine((texts) => Object.keys(texts).length > 0, 'is empty'),
  ],
  'use a text, or texts by language',
);

/**
 * The text in the first of the languages that it has: exactly, or as the language without its region; else in
 * English, else in the first that it was given in.
 *
 * @param languages - BCP 47, the most wanted first.
 */
export function inLanguage(local: LocalText, languages: readonly string[]): string {
  if (typeof local === 'string') return local;
  const byTag = new Map(Object.entries(local).map(([tag, value]) => [tag.toLowerCase(), value]));
  const wanted = languages.flatMap((tag) => [tag.toLowerCase(), tag.toLowerCase().split('-')[0] ?? '']);
  const found = [...wanted, 'en'].find((tag) => byTag.has(tag));
  return (found === undefined ? undefined : byTag.get(found)) ?? [...byTag.values()][0] ?? '';
}

/**
 * The languages of an `Accept-Language` header, the most wanted first; those that cannot be read are left out.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-accept-language
 */
export function languagesIn(header: string | undefined): string[] {
  const wishes = (header ?? '').slice(0, 500).split(',').flatMap(readWish);
  return wishes.toSorted((one, other) => other.weight - one.weight).map(({ tag }) => tag);
}

function readWish(text: string): { tag: string; weight: number }[] {
  const match = /^\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*$/.exec(text);
  const weight = Number(match?.[2] ?? 1);
  return match?.[1] && weight > 0 ? [{ tag: match[1], weight }] : [];
}
