import type { UserStatus } from '#contract/search.ts';
import { marks } from './member-scope.ts';
import { allOf, anyOf, exists, not, quote, term } from './search-lucene.ts';

const isVerified = term('email_verified', 'true');
const isBlocked = term('blocked', 'true');

/** Auth0 leaves `blocked`, `email_verified` and `logins_count` out of a profile until they are first set. */
const statusClauses: Readonly<Record<Exclude<UserStatus, 'leaving'>, string>> = {
  active: not(isBlocked),
  blocked: isBlocked,
  unverified: allOf([exists('email'), not(isVerified)]),
  'never-signed-in': anyOf([not(exists('logins_count')), term('logins_count', '0')]),
};

/** @param organization - that of the admin who asks: who leaves another is not for him to know. */
export function statusClause(status: UserStatus, organization: string): string {
  if (status !== 'leaving') return statusClauses[status];
  const from = term(`app_metadata.${marks.leavingFrom}`, quote(organization));
  return allOf([term(`app_metadata.${marks.leaving}`, 'true'), from]);
}

/** Whoever can sign in through the connection, by his first identity or by a linked one. */
export function connectionClause(name: string): string {
  return term('identities.connection', quote(name));
}

export function booleanClause(path: string, wanted: boolean): string {
  if (wanted) return term(path, 'true');
  return path === 'email_verified' ? statusClauses.unverified : not(term(path, 'true'));
}
