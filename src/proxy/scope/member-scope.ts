import type { Auth0User } from '../tenant/answers.ts';
import { covers, scopeQuery } from './scope.ts';

/** Which users exist for one request: what search proposes by, and who judges what it proposes. */
export interface MemberScope {
  organization: string;
  /** Lucene text that goes around every search. */
  query: string;
  covers(user: Judged): boolean;
}

/** What it takes to judge a user. */
export type Judged = Pick<Auth0User, 'app_metadata' | 'last_login'>;

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
} as const;

/**
 * The members of an organization, without those who were invited and have not signed in.
 *
 * @param key - the name in `app_metadata` under which organizations stand.
 */
export function memberScope(organization: string, key: string): MemberScope {
  return {
    organization,
    query: `${scopeQuery(organization, key)} AND NOT app_metadata.${marks.invited}:true`,
    covers: (user) => covers(organization, key, user) && !isInvited(user),
  };
}

/** Added, and never signed in. */
export function isInvited(user: Judged): boolean {
  return user.app_metadata?.[marks.invited] === true && user.last_login === undefined;
}
