import {
  maximumFieldFilters,
  maximumSearchLength,
  readFieldFilters,
  type UserListQuery,
} from '#contract/search.ts';
import { Problem } from '#proxy/problem.ts';
import { hasConnection, hasStatus } from './search-clauses.ts';
import { searchFault } from './search-fault.ts';
import type { DeclaredField, Searchable } from './search-fields.ts';
import { completeGrammar } from './search-grammar.ts';
import { encodedLength } from './search-lucene.ts';
import { hasField } from './search-metadata.ts';
import { scanSearch } from './search-scanner.ts';
import { compileTree } from './search-tree.ts';
import type { UserFilter } from './user-filter.ts';

/**
 * Auth0 refuses long addresses (414) and does not say what is long. Servers commonly take 8,192 characters; scope,
 * filters and paging need room as well.
 */
const maximumEncodedLength = 3500;

/**
 * Lucene for what an admin typed: one clause or one balanced group over our fields and the declared ones, in which
 * every value is escaped. Blank for a blank text.
 *
 * @throws Problem `invalid-search` with the fault in plain words, and its range in the text.
 * @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
export function compileSearch(text: string, searchable: Searchable): string {
  refuseUnreadable(text);
  const tokens = scanSearch(text, searchable);
  if (tokens.length === 0) return '';
  const lucene = compileTree(completeGrammar(tokens));
  if (encodedLength(lucene) > maximumEncodedLength) {
    throw searchFault('This search is too long. Look for fewer things at once.', wholeOf(text));
  }
  return lucene;
}

/**
 * What the list's filters ask, all of it.
 *
 * @param by.filters - the declared fields that lists can be narrowed by.
 * @throws Problem `invalid-request` for a connection that is none of those to search by, and for a field or a value
 * that is not declared.
 */
export function listFilter(
  { status, connection, filter = '' }: Pick<UserListQuery, 'status' | 'connection' | 'filter'>,
  by: { organization: string; connections: readonly string[]; filters?: readonly DeclaredField[] },
): UserFilter {
  const of: UserFilter[] = [];
  if (status !== undefined) of.push(hasStatus(status, by.organization));
  if (connection !== undefined) {
    if (!by.connections.includes(connection)) {
      throw wrongFilter('?connection', 'There is no connection of this name to search by.');
    }
    of.push(hasConnection(connection));
  }
  return { kind: 'all', of: [...of, ...fieldFilters(filter, by.filters ?? [])] };
}

function fieldFilters(text: string, fields: readonly DeclaredField[]): UserFilter[] {
  const wanted = Object.entries(readFieldFilters(text) ?? { '': '' });
  if (wanted.length > maximumFieldFilters) {
    throw wrongFilter('?filter', `Filter by ${maximumFieldFilters} fields at most.`);
  }
  return wanted.map(([name, value]) => {
    const field = fields.find((declared) => declared.name === name);
    const has = field ? hasField(field, value) : null;
    if (has === null) throw wrongFilter('?filter', 'There is no such filter here. Choose another one.');
    return has;
  });
}

function wrongFilter(pointer: string, detail: string): Problem {
  return new Problem('invalid-request', { errors: [{ pointer, detail }] });
}

/** Control characters, and halves of a character, which cannot be sent. */
const unreadable = /[\p{Cc}--[\t\n\r]]|\p{Cs}/v;

function refuseUnreadable(text: string): void {
  if (text.length > maximumSearchLength) {
    throw searchFault(`A search can be ${maximumSearchLength} characters long.`, wholeOf(text));
  }
  const start = text.search(unreadable);
  if (start >= 0) {
    throw searchFault('There is a character here that cannot be searched. Delete it.', {
      start,
      end: start + 1,
    });
  }
}

function wholeOf(text: string): { start: number; end: number } {
  return { start: 0, end: text.length };
}
