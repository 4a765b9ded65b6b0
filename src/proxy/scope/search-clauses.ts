import type { UserStatus } from '#contract/search.ts';
import { marks } from './member-scope.ts';
import { not, term } from './search-lucene.ts';
import { clauseOf, type UserFilter } from './user-filter.ts';

const is = (path: Extract<UserFilter, { kind: 'is' }>['path'], value: string | number | boolean) =>
  ({ kind: 'is', path, value }) satisfies UserFilter;
const exists = (path: Extract<UserFilter, { kind: 'exists' }>['path']) =>
  ({ kind: 'exists', path }) satisfies UserFilter;
const isNot = (of: UserFilter) => ({ kind: 'not', of }) satisfies UserFilter;

const isBlocked = is('blocked', true);

/** Auth0 leaves `blocked`, `email_verified` and `logins_count` out of a profile until they are first set. */
const statuses: Readonly<Record<Exclude<UserStatus, 'leaving'>, UserFilter>> = {
  active: isNot(isBlocked),
  blocked: isBlocked,
  unverified: { kind: 'all', of: [exists('email'), isNot(is('email_verified', true))] },
  'never-signed-in': { kind: 'any', of: [isNot(exists('logins_count')), is('logins_count', 0)] },
};

/** @param organization - that of the admin who asks: who leaves another is not for him to know. */
export function hasStatus(status: UserStatus, organization: string): UserFilter {
  if (status !== 'leaving') return statuses[status];
  const from = is(`app_metadata.${marks.leavingFrom}`, organization);
  return { kind: 'all', of: [is(`app_metadata.${marks.leaving}`, true), from] };
}

/** Whoever can sign in through the connection, by his first identity or by a linked one. */
export function hasConnection(name: string): UserFilter {
  return is('identities.connection', name);
}

export function booleanClause(path: string, wanted: boolean): string {
  if (wanted) return term(path, 'true');
  return path === 'email_verified' ? clauseOf(statuses.unverified) : not(term(path, 'true'));
}
