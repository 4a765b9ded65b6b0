import type { TextRange } from '#contract/problem.ts';
import { searchFault } from './search-fault.ts';
import { phoneForm, phoneNumber } from './search-phones.ts';
import type { Bound } from './search-ranges.ts';
import type { Piece, TextReader } from './search-reader.ts';
import type { SearchTerm } from './search-terms.ts';

type Value = SearchTerm['value'];

/** A phrase or a word of a search, or null when there is nothing to search for in it, such as `&`. */
export function readText(reader: TextReader): Value | null {
  return readPhrase(reader) ?? readBareWord(reader);
}

/** What may stand behind the colon of a field. */
export function readFieldValue(reader: TextReader): Value {
  const value = readRange(reader) ?? readComparison(reader) ?? readPhrase(reader);
  if (value) return value;
  const word = takeWord(reader);
  return { kind: 'words', literals: cut(word.text), quoted: false, start: word.start, end: word.end };
}

const straight = /"((?:\\[\s\S]|[^"\\])*)"/;
/** Telephones and word processors write these for the straight ones. */
const curly = /[“”„]((?:\\[\s\S]|[^”“"\\])*)[”“"]/;
const modifier = /[~^][\d.]*/;

function readPhrase(reader: TextReader): Value | null {
  if (!reader.sees(/["“”„]/)) return null;
  const opening = reader.here;
  const phrase = reader.take(straight) ?? reader.take(curly);
  const content = phrase?.groups[0];
  if (!content)
    throw searchFault('This quotation mark has no partner. Add one at the end of the text.', opening);
  if (content.text.trim() === '')
    throw searchFault('There is nothing between these quotation marks.', phrase);
  refuseModifier(reader.take(modifier));
  return {
    kind: 'words',
    literals: [unescaped(content.text)],
    quoted: true,
    start: phrase.start,
    end: phrase.end,
  };
}

/** Everything up to a blank, a bracket or a quotation mark. */
const wordForm = /(?:\\[\s\S]|[^\s()"“”„\\]|\\)+/;

function takeWord(reader: TextReader): Piece {
  const { here } = reader;
  const word = reader.take(wordForm) ?? { text: '', groups: [], ...here };
  if (/^\/.+\/$/u.test(word.text)) {
    throw searchFault('Patterns between slashes cannot be searched. Use * for any letters, like jan*.', word);
  }
  const end = /[^~^\\]([~^][\d.]*)$/u.exec(word.text)?.[1];
  refuseModifier(end ? { start: word.end - end.length, end: word.end } : null);
  return word;
}

function refuseModifier(range: TextRange | null): void {
  if (!range) return;
  throw searchFault('~ and ^ cannot be used here. If they belong to the text, put it in quotes.', range);
}

/** A word as people write it in running text and paste it from a mail: `Doe,`, `<jane@acme.example>`, `&`. */
function readBareWord(reader: TextReader): Value | null {
  if (reader.sees(/[[{][^\]}]*\sTO\s[^\]}]*[\]}]/)) {
    const range = reader.take(/[[{][^\]}]*[\]}]/) ?? reader.here;
    throw searchFault('A range needs a field, such as last_login:[2026-01-01 TO *].', range);
  }
  const phone = reader.take(phoneForm);
  if (phone) {
    const { start, end } = phone;
    return { kind: 'words', literals: [phoneNumber(phone.text)], quoted: false, start, end };
  }
  const { text, start, end } = takeWord(reader);
  const core = text.replace(/^(?:<|\+(?=\p{L}))|[>,;]+$/gu, '');
  if (/^(?:&&|\|\|)$/.test(core)) {
    throw searchFault(`Write ${core === '&&' ? 'AND' : 'OR'} instead of ${core}.`, { start, end });
  }
  // Between words, as in "Smith & Sons", these would find nobody.
  if (/^[\p{P}+|<>=~^$`]*$/u.test(core) && !core.includes('*')) return null;
  const literals = cut(core);
  if (literals.length === 1 && literals[0] === '') return null;
  return { kind: 'words', literals, quoted: false, start, end };
}

const boundForm = String.raw`("[^"]*"|[^\s"()\]}]+)`;
const rangeForm = new RegExp(String.raw`([[{])\s*${boundForm}\s+[Tt][Oo]\s+${boundForm}\s*([\]}])`);

function readRange(reader: TextReader): Value | null {
  if (!reader.sees(/[[{]/)) return null;
  const range = reader.take(rangeForm);
  if (!range) {
    const wrong = reader.take(/[[{][^\]}]*[\]}]?/) ?? reader.here;
    throw searchFault('Write a range like [2026-01-01 TO 2026-03-31]; a * leaves an end open.', wrong);
  }
  const [open, from, to, close] = range.groups;
  return {
    kind: 'range',
    from: bound(from, open?.text === '['),
    to: bound(to, close?.text === ']'),
    start: range.start,
    end: range.end,
  };
}

function readComparison(reader: TextReader): Value | null {
  const found = reader.take(new RegExp(String.raw`([<>]=?)\s*${boundForm}`));
  if (!found) return null;
  const [sign, value] = found.groups;
  const limit = bound(value, sign?.text.endsWith('=') ?? false);
  const isLower = sign?.text.startsWith('>');
  const range = { start: found.start, end: found.end };
  return { kind: 'range', from: isLower ? limit : null, to: isLower ? null : limit, ...range };
}

function bound(piece: Piece | null | undefined, inclusive: boolean): Bound | null {
  if (!piece || piece.text === '*') return null;
  return { text: piece.text.replaceAll('"', ''), inclusive, start: piece.start, end: piece.end };
}

/** A backslash only counts before a character that means something; in `ACME\jane` it is part of the name. */
const escaped = /\\([*"“”„()[\]{}:~^\\\s-])/gu;

function unescaped(text: string): string {
  return tidy(text.replace(escaped, '$1'));
}

/** Cuts at each `*` that is not escaped. */
function cut(text: string): string[] {
  return text.split(/(?<!(?:^|[^\\])(?:\\\\)*\\)\*/u).map(unescaped);
}

/**
 * One Unicode form for what looks the same, and nothing of the invisible marks that come along with pasted text. White
 * space that becomes a wildcard must not begin or end a text.
 */
function tidy(text: string): string {
  const visible = text.replace(/[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu, '');
  const even = visible.replace(/[\t\r\n]+/g, ' ').replace(/^[^\S ]+|[^\S ]+$/g, '');
  return even.normalize('NFC');
}
