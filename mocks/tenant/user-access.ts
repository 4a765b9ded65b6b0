import type { RefreshToken, Session, UserRecord } from './model.ts';
import type { Perishables } from './perishables.ts';

/**
 * What happens to the live sessions and refresh tokens of a user who is blocked. Auth0 does not document it: these are
 * guesses, and whoever relies on one of them is wrong.
 *
 * - `answer`: nothing; they go on as before
 * - `refuse`: they go on living, but give nothing while the block lasts
 * - `end`: they are gone, as if an administrator had ended them
 *
 * @see https://auth0.com/docs/manage-users/user-accounts/block-and-unblock-users
 */
export interface Blocking {
  sessions: 'answer' | 'refuse' | 'end';
  refreshTokens: 'answer' | 'refuse' | 'end';
  /** Whether a password set through the Management API lifts the block: documented, but in no recording. */
  newPassword: 'keeps' | 'lifts';
}

export const defaultBlocking: Readonly<Blocking> = {
  sessions: 'refuse',
  refreshTokens: 'refuse',
  newPassword: 'keeps',
};

export interface Access {
  sessions: Perishables<Session>;
  refreshTokens: Perishables<RefreshToken>;
}

/** Ends what a change of the user ends. Undefined: he was not there, or is no longer. */
export function endAccess(
  access: Access,
  blocking: Blocking,
  before: UserRecord | undefined,
  after: UserRecord | undefined,
): void {
  if (!before) return;
  const isNewlyBlocked = after?.profile.blocked === true && !before.profile.blocked;
  const endsSessions =
    !after || hasNewLogin(before, after) || (isNewlyBlocked && blocking.sessions === 'end');
  const endsTokens = !after || (isNewlyBlocked && blocking.refreshTokens === 'end');
  const id = before.profile.user_id;
  if (endsSessions) for (const session of access.sessions.of(id)) access.sessions.end(session.id);
  if (endsTokens) for (const token of access.refreshTokens.of(id)) access.refreshTokens.end(token.id);
}

/**
 * After such a change the person must sign in again. That the session itself is gone by then is a guess; that it renews
 * nothing is documented. What becomes of refresh tokens is not: they stay.
 *
 * @see https://auth0.com/docs/manage-users/sessions/session-layers
 */
function hasNewLogin(before: UserRecord, after: UserRecord): boolean {
  const names = ['email', 'email_verified', 'phone_number', 'username'] as const;
  return (
    before.password !== after.password || names.some((name) => before.profile[name] !== after.profile[name])
  );
}
