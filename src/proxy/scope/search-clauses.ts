import type { UserStatus } from '#contract/search.ts';
import { allOf, anyOf, field, not } from '../policy/filter.ts';
import { marks } from './member-scope.ts';
import { not as notClause, term } from './search-lucene.ts';
import { clauseOf, type UserFilter } from './user-filter.ts';

const isBlocked = field('blocked').is(true);

/** Auth0 leaves `blocked`, `email_verified` and `logins_count` out of a profile until they are first set. */
const statuses: Readonly<Record<Exclude<UserStatus, 'leaving'>, UserFilter>> = {
  active: not(isBlocked),
  blocked: isBlocked,
  unverified: allOf(field('email').exists(), not(field('email_verified').is(true))),
  'never-signed-in': anyOf(not(field('logins_count').exists()), field('logins_count').is(0)),
};

/** @param organization - that of the admin who asks: who leaves another is not for him to know. */
export function hasStatus(status: UserStatus, organization: string): UserFilter {
  if (status !== 'leaving') return statuses[status];
  const isFrom = field(`app_metadata.${marks.leavingFrom}`).is(organization);
  return allOf(field(`app_metadata.${marks.leaving}`).is(true), isFrom);
}

/** Whoever can sign in through the connection, by his first identity or by a linked one. */
export function hasConnection(name: string): UserFilter {
  return field('identities.connection').is(name);
}

export function booleanClause(path: string, wanted: boolean): string {
  if (wanted) return term(path, 'true');
  return path === 'email_verified' ? clauseOf(statuses.unverified) : notClause(term(path, 'true'));
}
