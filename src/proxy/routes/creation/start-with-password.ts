import type { Admin } from '../../access/access.ts';
import { giveTemporaryPassword } from '../../accounts/temporary-password.ts';
import { partlyDone } from '../../acts/partly-done.ts';
import { Problem } from '../../problem.ts';
import type { MemberScope } from '../../scope/member-scope.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import type { Caller } from '../../tenant/caller.ts';
import { type Account, pendingNow } from './let-in.ts';

/** Permissions, the password with its mark, the ticket, the mark with the ticket. */
const callsForSomeone = 4;
/** What is left of them when the password was refused. */
const callsAfterPassword = 2;

/**
 * Gives someone who was added a temporary password; for nobody it costs the same and comes to nothing.
 *
 * @throws Problem `outranked` for someone who was added before and may do more than the admin meanwhile: with a password
 * of his the admin could too; `weak-password` with nobody added; one that says that he was added and cannot sign in.
 * Of a password that Auth0 refuses to someone who was added before, nothing is said: he keeps what he has.
 */
export async function startWithPassword(
  account: Account,
  password: string,
  means: { admin: Admin; scope: MemberScope; services: Services; caller: Caller },
): Promise<void> {
  const { admin, scope, services, caller } = means;
  const { gateway, decoys, config } = services;
  try {
    const user = await pendingNow(account, scope, services, caller);
    if (!user) return await decoys.calls(callsForSomeone, caller);
    const held = await gateway.permissions(user.user_id, config.audience, caller, { fresh: true });
    if (!held?.every((name) => admin.rights.has(name))) throw new Problem('outranked');
    const isOurs = (now: Auth0User) => account.isNew || scope.pending.covers(now);
    await giveTemporaryPassword(user, password, { gateway, clientId: account.clientId, caller, isOurs });
  } catch (error) {
    // Moved away meanwhile, and put right: he is as much a stranger as the others.
    if (!account.isNew && isPutBack(error)) return;
    // He has had this password before: of nobody, Auth0 would not know.
    if (!account.isNew && isWeak(error)) return await decoys.calls(callsAfterPassword, caller);
    if (!account.isNew || account.id === null) throw error;
    if (!isWeak(error)) {
      const detail = 'The person was added, but cannot sign in with this password. Add him once more.';
      throw partlyDone(error, detail);
    }
    await gateway.deleteUser(account.id, caller);
    throw error;
  }
}

function isPutBack(error: unknown): boolean {
  return error instanceof Problem && error.type === 'user-not-found' && error.cause === undefined;
}

function isWeak(error: unknown): boolean {
  return error instanceof Problem && error.type === 'weak-password';
}
