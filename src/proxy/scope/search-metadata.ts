import type { TextRange } from '#contract/problem.ts';
import { field } from '../policy/filter.ts';
import { searchFault } from './search-fault.ts';
import type { DeclaredField } from './search-fields.ts';
import { anyOf, quote, term } from './search-lucene.ts';
import { isFilterPath, type UserFilter } from './user-filter.ts';

/**
 * Lucene for a value of a declared field. Auth0 knows no wildcards and no ranges in metadata, and tells the number 5
 * from the text "5".
 *
 * @param typed.quoted - the admin means the text.
 */
export function metadataClause(
  declared: DeclaredField,
  text: string,
  typed: { quoted: boolean } & TextRange,
): string {
  const { name, path, type = 'text', options = [] } = declared;
  if (type === 'yes-no') {
    const value = yesOrNo(text);
    if (value === null) throw searchFault(`Write ${name}:yes or ${name}:no.`, typed);
    return term(path, String(value));
  }
  const wanted = text.toLowerCase();
  const option =
    options.find(({ value }) => value === text) ??
    options.find(({ value, labels }) => [value, ...labels].some((word) => word.toLowerCase() === wanted));
  return option ? term(path, quote(option.value)) : textClause(path, text, typed.quoted);
}

function textClause(path: string, text: string, quoted: boolean): string {
  const isTyped = !quoted && /^(true|false|\d{1,15}(\.\d{1,15})?)$/.test(text);
  return isTyped ? anyOf([term(path, quote(text)), term(path, text)]) : term(path, quote(text));
}

function yesOrNo(text: string): boolean | null {
  const word = text.toLowerCase();
  if (word === 'yes' || word === 'true') return true;
  return word === 'no' || word === 'false' ? false : null;
}

/** What a list is narrowed to by a field; null for a value that the field cannot have. */
export function hasField({ path, type, options = [] }: DeclaredField, value: string): UserFilter | null {
  if (!isFilterPath(path)) return null;
  if (type === 'yes-no')
    return value === 'true' || value === 'false' ? field(path).is(value === 'true') : null;
  return options.some((option) => option.value === value) ? field(path).is(value) : null;
}
