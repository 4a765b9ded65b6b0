import { lateFault } from '../http/log-line.ts';
import { covers } from '../scope/scope.ts';
import { isShared } from '../scope/shared.ts';
import type { Services } from '../services.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';
import { deadlineIn } from '../tenant/deadline.ts';
import { dueLeavers, isDue } from './due-leavers.ts';
import { isLetInAgain, type LeavingMark, leavingMarkOf, noLeavingMarks } from './leaving-marks.ts';
import { removeMember } from './remove-member.ts';

/** In records it stands in the place of an admin. */
export const sweeper = { id: 'steward', name: 'Steward' } as const;

/**
 * Deletes everyone whose time has come, who was to be deleted on a day. Search only proposes: each is read anew, and
 * must still leave, be blocked, and belong to the organization that decided it, and to no other. One who has come to
 * belong to others as well is taken out of that one alone; one who has left it is left alone. One who was let in again
 * is kept for good: a later block, whoever sets it, must not delete him at once.
 *
 * Several proxies may sweep at once: what all of them do is on record once. What fails is tried again the next time, and
 * stands in the log.
 *
 * @param stopping - nobody more is begun when it is aborted.
 * @returns how many are gone.
 */
export async function sweepLeavers(services: Services, stopping?: AbortSignal): Promise<number> {
  const { gateway, world } = services;
  let gone = 0;
  try {
    for (const { user_id } of await dueLeavers(gateway, world.now(), () => callerFor(services))) {
      if (stopping?.aborted) break;
      if (await sweepOne(user_id, services)) gone += 1;
    }
  } catch (error) {
    tell(error, services);
  }
  return gone;
}

async function sweepOne(userId: string, services: Services): Promise<boolean> {
  const { gateway, world, config } = services;
  const caller = callerFor(services);
  try {
    const user = await gateway.user(userId, caller, { fresh: true });
    const mark = user && leavingMarkOf(user);
    if (!user || !mark || !isDue(user, world.now())) return false;
    if (!covers(mark.organization, config.organizationKey, user)) return false;
    if (isLetInAgain(user)) {
      await keep(user, mark, services, caller);
      return false;
    }
    await takeAway(user, mark, services, caller);
    return true;
  } catch (error) {
    tell(error, services, caller.requestId);
    return false;
  }
}

/** Between the two halves of its record. Broken off it stays `unknown`, until a later sweep completes it. */
async function takeAway(
  user: Auth0User,
  { organization, deleteAt }: LeavingMark,
  services: Services,
  caller: Caller,
): Promise<void> {
  const { gateway, world, config, recentWrites, standings } = services;
  const way = isShared(user, config.organizationKey) ? 'remove' : 'delete-now';
  const act = {
    ...aboutHim(user, organization, caller, world.now()),
    act: 'leave',
    before: { delete_at: deleteAt },
    after: { way },
  };
  const id = await world.audit.begin(act, await nameOf([user.user_id, organization, deleteAt]));
  if (way === 'remove') {
    await removeMember(user.user_id, organization, services, caller);
  } else {
    await gateway.deleteUser(user.user_id, caller);
    recentWrites.forget(user.user_id);
  }
  standings.forget(user.user_id);
  await world.audit.complete(id, { outcome: 'done', at: world.now() });
}

/** Ends the plan to delete him. */
async function keep(
  user: Auth0User,
  { organization, deleteAt }: LeavingMark,
  { gateway, world, recentWrites }: Services,
  caller: Caller,
): Promise<void> {
  const act = {
    ...aboutHim(user, organization, caller, world.now()),
    act: 'cancelLeave',
    before: { delete_at: deleteAt },
    after: { delete_at: null },
  };
  const id = await world.audit.begin(act, await nameOf([user.user_id, organization, deleteAt, 'kept']));
  const kept = await gateway.updateUser(user.user_id, { app_metadata: { ...noLeavingMarks } }, caller);
  if (kept) recentWrites.remember(kept);
  await world.audit.complete(id, { outcome: 'done', at: world.now() });
}

function aboutHim(user: Auth0User, organization: string, { requestId }: Caller, at: number) {
  return {
    requestId,
    at,
    actor: sweeper.id,
    actorName: sweeper.name,
    organization,
    target: user.user_id,
    targetName: user.name,
  };
}

/** The same for every proxy. */
async function nameOf(parts: readonly string[]): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(['sweep', ...parts]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text));
  return `sweep-${Array.from(digest.slice(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** It waits for everyone who waits at a screen. */
function callerFor({ limits }: Services): Caller {
  return {
    requestId: crypto.randomUUID(),
    turn: { lane: sweeper.id, priority: 'bulk' },
    deadline: deadlineIn(limits.deadlineMs),
    signal: new AbortController().signal,
    onCall: () => {},
  };
}

function tell(error: unknown, { world }: Services, requestId: string = crypto.randomUUID()): void {
  world.log(
    lateFault(error, {
      at: world.now(),
      requestId,
      route: 'sweepLeavers',
      method: 'DELETE',
      problem: 'internal-error',
    }),
  );
}
