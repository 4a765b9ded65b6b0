import type { Admin } from '../../access/access.ts';
import { isHeld } from '../../acts/account-kind.ts';
import { permit, subjectWith } from '../../acts/begin-act.ts';
import { Problem } from '../../problem.ts';
import type { MemberScope } from '../../scope/member-scope.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import type { Caller } from '../../tenant/caller.ts';
import { memberOf } from '../users/member.ts';

/**
 * The account that is to be linked to a member, as it is now. It ceases to be, so all that stands against acting on a
 * person stands against it as well; and it must have nothing that would be lost unseen or got round by linking.
 *
 * @throws Problem `item-not-found` for everyone outside the scope, `not-possible` with the reason, and one for each rule
 * that can stand against an act.
 */
export async function secondAccount(
  id: string,
  first: Auth0User,
  call: { admin: Admin; organization: string; scope: MemberScope; caller: Caller },
  services: Services,
): Promise<Auth0User> {
  const { admin, organization, scope, caller } = call;
  const fresh = { fresh: true };
  // Side by side, so that nothing lies between looking and a link that nobody can take back; and both to their end, so
  // that it takes as long whoever there is.
  const [found, rights] = await Promise.allSettled([
    memberOf(scope, id, services, caller, fresh).catch(noSuchAccount),
    services.gateway.permissions(id, services.config.audience, caller, fresh),
  ]);
  if (found.status === 'rejected') throw found.reason;
  if (rights.status === 'rejected') throw rights.reason;
  const { value: second } = found;
  const { value: held } = rights;
  if (!held) throw new Problem('item-not-found');
  const subject = subjectWith(second, held, services, caller);
  const fault = faultOf(first, second, subject.held);
  const impossible = () => new Problem('not-possible', { detail: fault ?? undefined });
  if (second.user_id === first.user_id) throw impossible();
  await permit('linkIdentity', { admin, organization, subject }, services).catch((error: unknown) => {
    throw error instanceof Problem && error.type === 'not-possible' ? impossible() : error;
  });
  if (fault !== null) throw impossible();
  return second;
}

function faultOf(first: Auth0User, second: Auth0User, held: readonly string[]): string | null {
  if (first.user_id === second.user_id) return 'This is the same account.';
  if (isHeld(second)) return 'This account is blocked, leaving, or has a temporary password.';
  if (second.identities.length > 1)
    return 'This account has linked identities of its own. Unlink them first.';
  // Whoever is an administrator does not cease to be one in passing.
  if (held.length > 0) return 'This account has rights here. Take its roles away first.';
  return null;
}

function noSuchAccount(error: unknown): never {
  if (error instanceof Problem && error.type === 'user-not-found') throw new Problem('item-not-found');
  throw error;
}
