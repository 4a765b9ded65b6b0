import { Problem } from '../problem.ts';
import { covers, organizationsOf } from '../scope/scope.ts';
import type { Services } from '../services.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';
import { leavingMarkOf, noLeavingMarks } from './leaving-marks.ts';

/**
 * Takes a person out of an organization, and touches nothing else of him. He is read anew right before: what stands
 * there for others is written back as it is.
 *
 * Auth0 has no way to write a list only if it is still as it was read: of two proxies, the one that writes last may put
 * back what the other took.
 *
 * @throws Problem `user-not-found` when he is no member any more.
 */
export async function removeMember(
  userId: string,
  organization: string,
  services: Services,
  caller: Caller,
): Promise<Auth0User> {
  // Two of his organizations may remove him at the same moment: each writes back what it has read.
  return services.membershipTurns(userId, caller, () => remove(userId, organization, services, caller));
}

async function remove(
  userId: string,
  organization: string,
  { gateway, config, recentWrites }: Services,
  caller: Caller,
): Promise<Auth0User> {
  const { organizationKey } = config;
  const user = await gateway.user(userId, caller, { fresh: true });
  if (!user || !covers(organization, organizationKey, user)) throw new Problem('user-not-found');
  const rest = organizationsOf(user, organizationKey).filter((name) => name !== organization);
  const isLeaver = leavingMarkOf(user)?.organization === organization;
  const app_metadata = {
    [organizationKey]: rest.length > 0 ? rest : null,
    ...(isLeaver && noLeavingMarks),
  };
  const saved = await gateway.updateUser(userId, { app_metadata }, caller);
  if (!saved) throw new Problem('user-not-found');
  recentWrites.remember(saved);
  return saved;
}

/** Puts a person back into an organization that he was just taken out of. */
export async function putBackMember(
  userId: string,
  organization: string,
  { gateway, config, recentWrites, membershipTurns }: Services,
  caller: Caller,
): Promise<void> {
  const { organizationKey } = config;
  await membershipTurns(userId, caller, async () => {
    const user = await gateway.user(userId, caller, { fresh: true });
    if (!user) throw new Problem('user-not-found');
    const now = organizationsOf(user, organizationKey);
    const names = [...new Set([...now, organization])];
    const app_metadata = { [organizationKey]: now.length > 0 ? names : organization };
    const saved = await gateway.updateUser(userId, { app_metadata }, caller);
    if (saved) recentWrites.remember(saved);
  });
}
