import { Problem } from '../../problem.ts';
import type { MemberScope } from '../../scope/member-scope.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import type { Caller } from '../../tenant/caller.ts';

/**
 * The member with this id, as he is now. The door to every route of one user.
 *
 * @param options.fresh - for an act: reads after the request came, whatever else is being read.
 * @throws Problem `user-not-found` for a stranger, for nobody and for an impossible id, after the same one call.
 */
export async function memberOf(
  scope: MemberScope,
  id: string,
  { gateway }: Pick<Services, 'gateway'>,
  caller: Caller,
  options?: { fresh: boolean },
): Promise<Auth0User> {
  const user = await gateway.user(id, caller, options);
  if (!user || !scope.covers(user) || !(await scope.mayRead(user))) throw new Problem('user-not-found');
  return user;
}
