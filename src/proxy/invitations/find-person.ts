import type { Identifier } from '../accounts/connection-attributes.ts';
import type { MemberScope } from '../scope/member-scope.ts';
import { allOf, anyOf, quote, term } from '../scope/search-lucene.ts';
import type { Services } from '../services.ts';
import type { Auth0Row, Auth0User } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';

export type Identifiers = { readonly [Name in Identifier]?: string | undefined };

/**
 * Who in the organization has one of these identifiers: a member, or someone who was added to this very connection and
 * has not signed in yet. Everyone else is nobody.
 */
export type Person =
  | { kind: 'member'; user: Auth0Row }
  | { kind: 'pending'; user: Auth0Row }
  | { kind: 'nobody' };

/**
 * Looks a person up in the organization. It asks the same whoever there is: by email, which is never behind, and by
 * search, which knows usernames, phone numbers and emails in capitals.
 */
export async function findPerson(
  identifiers: Identifiers,
  connection: string,
  { scope, caller }: { scope: MemberScope; caller: Caller },
  { gateway }: Pick<Services, 'gateway'>,
): Promise<Person> {
  const { email } = identifiers;
  const [byEmail, found] = await Promise.all([
    email === undefined ? [] : gateway.usersByEmail(email, caller),
    gateway.searchUsers({ q: queryFor(identifiers, scope), per_page: 50, include_totals: true }, caller),
  ]);
  // Of one who is in both, what is not behind.
  const users = new Map<string, Auth0Row | Auth0User>(
    [...found.users, ...byEmail].map((user) => [user.user_id, user]),
  );
  const theirs = [...users.values()].filter((user) => hasOne(user, identifiers));
  const member = theirs.find(scope.covers);
  if (member) return { kind: 'member', user: member };
  const pending = theirs.find(
    (user) => user.identities[0]?.connection === connection && scope.pending.covers(user),
  );
  return pending ? { kind: 'pending', user: pending } : { kind: 'nobody' };
}

function queryFor(identifiers: Identifiers, scope: MemberScope): string {
  const wanted = Object.entries(identifiers).flatMap(([name, value]) =>
    value === undefined ? [] : [term(name, quote(value))],
  );
  return allOf([anyOf([`(${scope.query})`, `(${scope.pending.query})`]), anyOf(wanted)]);
}

function hasOne(user: Auth0Row, identifiers: Identifiers): boolean {
  return (
    isSame(user.email, identifiers.email) ||
    isSame(user.username, identifiers.username) ||
    (identifiers.phone_number !== undefined && user.phone_number === identifiers.phone_number)
  );
}

function isSame(theirs: string | undefined, wanted: string | undefined): boolean {
  return theirs !== undefined && theirs.toLowerCase() === wanted?.toLowerCase();
}
