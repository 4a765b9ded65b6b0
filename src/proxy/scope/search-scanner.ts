import type { TextRange } from '#contract/problem.ts';
import { searchFault } from './search-fault.ts';
import { fieldNamed, type Searchable, type SearchableField } from './search-fields.ts';
import { TextReader } from './search-reader.ts';
import type { SearchTerm } from './search-terms.ts';
import { readFieldValue, readText } from './search-values.ts';

export type Token = TextRange &
  ({ kind: 'AND' | 'OR' | 'NOT' | '(' | ')' } | { kind: 'term'; term: SearchTerm });

const operatorForm = /(AND|OR|NOT)(?=[\s()"“”„]|$)|-(?=[^\s)-])/;

/**
 * Cuts an admin's text into terms, operators and brackets.
 *
 * The parser's own rules for words are made for code, not for people: it does not take `jane+test@x.org`, `O'Brien`,
 * `10:30`, `ACME\jane` or a range of dates. So the terms are found here, and the parser sees names for them.
 *
 * @throws Problem `invalid-search`
 */
export function scanSearch(text: string, searchable: Searchable): Token[] {
  const reader = new TextReader(text);
  // The field of each open bracket: `email:(a OR b)`.
  const groups: (SearchableField | null)[] = [];
  const tokens: Token[] = [];
  for (reader.take(/\s*/); !reader.isAtEnd; reader.take(/\s*/)) {
    const operator = reader.take(operatorForm);
    if (operator) {
      tokens.push({ kind: operatorKind(operator.groups[0]?.text), start: operator.start, end: operator.end });
      continue;
    }
    const closing = reader.take(/\)/);
    if (closing) {
      groups.pop();
      tokens.push({ kind: ')', start: closing.start, end: closing.end });
      continue;
    }
    const named = readField(reader, searchable);
    const field = named ?? groups.at(-1) ?? null;
    const opening = reader.take(/\(/);
    if (opening) {
      groups.push(field);
      tokens.push({ kind: '(', start: opening.start, end: opening.end });
      continue;
    }
    const value = field ? readFieldValue(reader) : readText(reader);
    if (value) tokens.push({ kind: 'term', term: { field, value }, start: value.start, end: value.end });
  }
  return tokens;
}

function operatorKind(word: string | undefined): 'AND' | 'OR' | 'NOT' {
  return word === 'AND' || word === 'OR' ? word : 'NOT';
}

function readField(reader: TextReader, searchable: Searchable): SearchableField | null {
  const found = reader.take(/([\p{L}_][\p{L}\p{M}\p{N}_.-]*):/u);
  const name = found?.groups[0];
  if (!name) return null;
  const field = fieldNamed(name.text, searchable, name);
  reader.take(/\s*/);
  if (reader.isAtEnd || reader.sees(/\)/) || reader.sees(/(?:AND|OR|NOT)(?=[\s()]|$)/)) {
    throw searchFault(`Type what to look for behind “${name.text}:”.`, found);
  }
  return field;
}
