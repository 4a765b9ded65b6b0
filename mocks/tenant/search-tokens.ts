import type { SearchText, TextPart } from './search-text.ts';

export type Token =
  | { kind: '(' | ')' | 'AND' | 'OR' | 'NOT' | '+' }
  | { kind: 'field'; name: string }
  | { kind: 'text'; text: SearchText }
  | { kind: 'range'; range: SearchRange };

/** Null is an open end. */
export interface SearchRange {
  min: string | null;
  max: string | null;
  includesMin: boolean;
  includesMax: boolean;
}

export class SearchSyntaxError extends Error {}

/** Characters that end a word unless a backslash stands before them. */
const special = /[\s(){}[\]":^~]/;
const symbols: [string, Token][] = [
  ['(', { kind: '(' }],
  [')', { kind: ')' }],
  ['&&', { kind: 'AND' }],
  ['||', { kind: 'OR' }],
  ['!', { kind: 'NOT' }],
  ['-', { kind: 'NOT' }],
  ['+', { kind: '+' }],
];

/**
 * Splits a query into tokens. Written by hand: the parsers on npm keep escapes unresolved, so that an escaped `*`
 * looks like a wildcard, take `-field:x` for a field named `-field`, refuse quoted ends of ranges and boosted groups,
 * and let `a AND` pass.
 *
 * @throws SearchSyntaxError
 * @see https://lucene.apache.org/core/2_9_4/queryparsersyntax.html
 */
export function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;

  function readQuoted(): string {
    let text = '';
    for (at += 1; at < query.length && query[at] !== '"'; at += 1) {
      if (query[at] === '\\') at += 1;
      text += query[at] ?? '';
    }
    if (query[at] !== '"') throw new SearchSyntaxError('A quote is not closed');
    at += 1;
    return text;
  }

  function readWord(): TextPart[] {
    const parts: TextPart[] = [];
    const add = (character: string) => {
      const last = parts.at(-1);
      if (typeof last === 'string') parts[parts.length - 1] = last + character;
      else parts.push(character);
    };
    for (; at < query.length && !special.test(query.charAt(at)); at += 1) {
      const character = query.charAt(at);
      if (character === '*' || character === '?') parts.push({ wildcard: character });
      else if (character !== '\\') add(character);
      else {
        at += 1;
        if (at === query.length) throw new SearchSyntaxError('Nothing follows a backslash');
        add(query.charAt(at));
      }
    }
    if (parts.length === 0) throw new SearchSyntaxError(`Unexpected ${query.charAt(at)}`);
    return parts;
  }

  /** Boosts change only the order of relevance, which nobody sees. Fuzzy terms are refused: Auth0 documents none. */
  function skipBoost(): void {
    const found = /^(?:\^\d+(?:\.\d+)?)/.exec(query.slice(at));
    if (found) at += found[0].length;
  }

  function readRange(): SearchRange {
    const open = query.charAt(at);
    at += 1;
    const bounds: string[] = [];
    while (at < query.length && !']}'.includes(query.charAt(at))) {
      if (/\s/.test(query.charAt(at))) at += 1;
      else bounds.push(query[at] === '"' ? readQuoted() : readBound());
    }
    const close = query.charAt(at);
    at += 1;
    const [min, to, max] = bounds;
    if (min === undefined || max === undefined || to !== 'TO' || bounds.length > 3 || close === '')
      throw new SearchSyntaxError('A range is written [a TO b]');
    return {
      min: min === '*' ? null : min,
      max: max === '*' ? null : max,
      includesMin: open === '[',
      includesMax: close === ']',
    };
  }

  /** Inside a range a colon is plain, so that times need no quotes. */
  function readBound(): string {
    const found = /^(?:\\.|[^\s\]}"\\])+/s.exec(query.slice(at))?.[0];
    if (!found) throw new SearchSyntaxError('A range is written [a TO b]');
    at += found.length;
    return found.replace(/\\(.)/gs, '$1');
  }

  function readOne(): Token {
    const symbol = symbols.find(([text]) => query.startsWith(text, at));
    if (symbol) {
      at += symbol[0].length;
      if (symbol[0] === ')') skipBoost();
      return symbol[1];
    }
    const character = query.charAt(at);
    if (character === '[' || character === '{') return { kind: 'range', range: readRange() };
    if (character === '"') {
      const text: SearchText = { parts: [readQuoted()], quoted: true };
      skipBoost();
      return { kind: 'text', text };
    }
    return wordToken(readWord());
  }

  function wordToken(parts: TextPart[]): Token {
    const [word] = parts;
    if (query[at] === ':') {
      at += 1;
      const name = parts.map((part) => (typeof part === 'string' ? part : part.wildcard)).join('');
      return { kind: 'field', name };
    }
    if (parts.length === 1 && (word === 'AND' || word === 'OR' || word === 'NOT')) return { kind: word };
    skipBoost();
    return { kind: 'text', text: { parts, quoted: false } };
  }

  while (at < query.length) {
    if (/\s/.test(query.charAt(at))) at += 1;
    else tokens.push(readOne());
  }
  return tokens;
}
