import type { Auth0User } from '../tenant/answers.ts';
import { covers, scopeQuery } from './scope.ts';
import { not, term } from './search-lucene.ts';
import { type Filtered, filterQuery, isEveryone, matchesFilter, type UserFilter } from './user-filter.ts';

/** Which users exist for one request: what search proposes by, and who judges what it proposes. */
export interface MemberScope {
  organization: string;
  /** Lucene text that goes around every search. */
  query: string;
  covers(user: Judged): boolean;
  /** Whether the vendor's policy lets this member be read: asked of everyone before anything else is done with him. */
  mayRead(user: Auth0User): Promise<boolean>;
  /** False when the vendor's policy takes members away: then what tells of all of them is not for this admin. */
  seesAll: boolean;
  /** Those who were added and have not signed in; they are no members yet. The same filter goes for them. */
  pending: Pick<MemberScope, 'query' | 'covers'>;
}

/** What it takes to judge a user. */
export type Judged = Pick<Auth0User, 'app_metadata' | 'last_login'> & Filtered;

/** Marks of Steward's own in `app_metadata`; each key apart, because Auth0 merges metadata key by key. */
export const marks = {
  /** `true` until an invited person first signs in: until then nobody may learn whether he was there before. */
  invited: 'steward_invited',
  /** ISO 8601: when he was last sent his invitation. */
  invitedAt: 'steward_invited_at',
  /** `{ at: string | null, ticket?: string }`: he has a password that an admin chose. */
  temporaryPassword: 'steward_temporary_password',
  /** `true`: he leaves. */
  leaving: 'steward_leaving',
  /** ISO 8601: when he is to be deleted. */
  deleteAt: 'steward_delete_at',
  /** The organization that he leaves: of one that he has since, nothing was decided. */
  leavingFrom: 'steward_leaving_from',
} as const;

/** What the vendor's policy takes away from those who exist for an admin; it can add nobody. */
export interface Narrowing {
  /** Null for everyone. */
  filter: UserFilter | null;
  mayRead(user: Auth0User): Promise<boolean>;
}

/**
 * The members of an organization, without those who were invited and have not signed in.
 *
 * @param key - the name in `app_metadata` under which organizations stand.
 */
export function memberScope(organization: string, key: string, narrowing?: Narrowing): MemberScope {
  const { mayRead = async () => true } = narrowing ?? {};
  const filter = narrowing?.filter && !isEveryone(narrowing.filter) ? narrowing.filter : null;
  const own = scopeQuery(organization, key);
  const within = filter ? `${own} AND ${filterQuery(filter)}` : own;
  const belongs = (user: Judged) =>
    covers(organization, key, user) && (filter === null || matchesFilter(filter, user));
  const invited = term(`app_metadata.${marks.invited}`, 'true');
  return {
    organization,
    query: `${within} AND ${not(invited)}`,
    covers: (user) => belongs(user) && !isInvited(user),
    mayRead,
    seesAll: filter === null,
    pending: {
      query: `${within} AND ${invited}`,
      covers: (user) => belongs(user) && isInvited(user),
    },
  };
}

/** Added, and never signed in. */
export function isInvited(user: Judged): boolean {
  return user.app_metadata?.[marks.invited] === true && user.last_login === undefined;
}
