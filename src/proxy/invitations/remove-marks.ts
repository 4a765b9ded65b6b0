import type { ActRecord } from '../audit/act-record.ts';
import { type MemberScope, marks } from '../scope/member-scope.ts';
import type { Services } from '../services.ts';
import type { Auth0Row } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';

/** One request tidies up no more than this. */
const atOnce = 5;

/**
 * Takes the marks of an invitation from people who have signed in since: from now on lists show them. The Action that
 * Steward ships does it at the first sign-in; this is for tenants without it.
 */
export async function removeMarks(
  people: readonly Auth0Row[],
  means: { scope: MemberScope; services: Services; caller: Caller; record: ActRecord },
): Promise<void> {
  const { scope, services, caller, record } = means;
  const { gateway, recentWrites } = services;
  for (const { user_id } of people.slice(0, atOnce)) {
    const user = await gateway.user(user_id, caller, { fresh: true });
    if (!user || !scope.covers(user) || user.app_metadata?.[marks.invited] === undefined) continue;
    const on = { target: user_id, before: { invited: true }, after: { invited: false } };
    const app_metadata = { [marks.invited]: null, [marks.invitedAt]: null };
    const saved = await record.perform(on, () => gateway.updateUser(user_id, { app_metadata }, caller));
    if (saved) recentWrites.remember(saved);
  }
}
