import type { TextRange } from '#contract/problem.ts';
import { userStatus } from '#contract/search.ts';
import { booleanClause, hasConnection, hasStatus } from './search-clauses.ts';
import { searchFault } from './search-fault.ts';
import type { SearchableField } from './search-fields.ts';
import { anyOf, pattern, quote, term } from './search-lucene.ts';
import { metadataClause } from './search-metadata.ts';
import { isPhoneLike, phoneNumber } from './search-phones.ts';
import { type BoundPair, compileRange } from './search-ranges.ts';
import { clauseOf } from './user-filter.ts';

/** A text, cut where the admin put a `*`: `jane*` is `['jane', '']`. */
interface Words {
  kind: 'words';
  literals: string[];
  quoted: boolean;
}

export interface SearchTerm {
  field: SearchableField | null;
  value: (Words | ({ kind: 'range' } & BoundPair)) & TextRange;
}

/** Lucene for one term of a search: one clause or one balanced group. */
export function compileTerm({ field, value }: SearchTerm): string {
  if (value.kind === 'range') {
    if (!field) throw searchFault('A range needs a field, such as last_login:[2026-01-01 TO *].', value);
    return compileRange(field, value, value);
  }
  return field ? compileFieldTerm(field, value) : compileBareTerm(value);
}

const nameFields = ['name', 'email', 'given_name', 'family_name', 'nickname'];

/** Whoever carries the text, or begins with it when it is short, in one of his names or addresses. */
function compileBareTerm(value: Words & TextRange): string {
  const literals = wildcards(value.literals.length > 1 ? value.literals : around(value.literals), value);
  const clauses = nameFields.map((path) => term(path, pattern(literals)));
  // Auth0 keeps usernames in lower case and does not fold the case of a search in them.
  clauses.push(term('username', pattern(literals.map((literal) => literal.toLowerCase()))));
  const digits = literals.map(phoneNumber);
  // "5.." is long enough to stand between wildcards, but not as the number 5.
  const isOpen = digits[0] !== '' || isLongEnough(digits);
  if (isPhoneLike(value.literals.join('')) && isOpen) clauses.push(term('phone_number', pattern(digits)));
  return anyOf(clauses);
}

function around(literals: string[]): string[] {
  return isLongEnough(literals) ? ['', ...literals, ''] : [...literals, ''];
}

function compileFieldTerm(field: SearchableField, value: Words & TextRange): string {
  const { path } = field;
  switch (field.kind) {
    case 'text':
      return value.literals.length > 1
        ? term(path, pattern(wildcards(value.literals, value)))
        : term(path, quote(plain(value)));
    case 'exact':
      return compileFieldTerm(
        { ...field, kind: 'text' },
        { ...value, literals: value.literals.map((literal) => stored(path, literal)) },
      );
    case 'metadata':
      return metadataClause(field.declared ?? field, plain(value, wholeInMetadata), value);
    case 'connection':
      return clauseOf(hasConnection(choice(field, value)));
    case 'status':
      return compileStatus(field, value);
    case 'boolean':
      return booleanClause(path, truth(field, value));
    case 'date':
    case 'number': {
      const bound = { ...value, text: plain(value), inclusive: true };
      return compileRange(field, { from: bound, to: bound }, value);
    }
  }
}

const wholeInMetadata = 'Auth0 knows no * in custom fields. Write the whole value.';

/** The text of a value that may hold no wildcard. */
function plain(
  { literals, start, end }: Words & TextRange,
  detail = 'A * cannot be used here. Write the whole value.',
): string {
  if (literals.length > 1) throw searchFault(detail, { start, end });
  return literals.join('');
}

function choice({ choices = [] }: SearchableField, value: Words & TextRange): string {
  const name = plain(value);
  if (!choices.includes(name)) throw searchFault('There is no connection of this name to search by.', value);
  return name;
}

function compileStatus({ organization = '' }: SearchableField, value: Words & TextRange): string {
  const status = userStatus.safeParse(plain(value).toLowerCase());
  if (!status.success) {
    throw searchFault(`A status is one of: ${userStatus.options.join(', ')}.`, value);
  }
  return clauseOf(hasStatus(status.data, organization));
}

function truth(field: SearchableField, value: Words & TextRange): boolean {
  const text = plain(value).toLowerCase();
  if (text !== 'true' && text !== 'false') {
    throw searchFault(`Write ${field.name}:true or ${field.name}:false.`, value);
  }
  return text === 'true';
}

/** @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax (wildcards) */
function wildcards(literals: readonly string[], range: TextRange): string[] {
  const last = literals.length - 1;
  const kept = literals.filter((literal, index) => literal !== '' || index === 0 || index === last);
  const isPrefix = kept.length === 2 && kept[0] !== '' && kept[1] === '';
  if (!isPrefix && !isLongEnough(kept)) {
    const detail = 'Type at least three letters or digits with a *, or put the * only at the end, like an*.';
    throw searchFault(detail, range);
  }
  return kept;
}

function isLongEnough(literals: readonly string[]): boolean {
  return [...literals.join('')].length >= 3;
}

function stored(path: string, literal: string): string {
  if (path === 'username') return literal.toLowerCase();
  return path === 'phone_number' ? phoneNumber(literal) : literal;
}
