import type { LeaveStep, LeaveWish } from '#contract/leave.ts';
import { putBack } from '../acts/put-back.ts';
import { Problem } from '../problem.ts';
import { isUnentitled } from '../routes/users/part.ts';
import type { MemberScope } from '../scope/member-scope.ts';
import { organizationsOf } from '../scope/scope.ts';
import { isShared } from '../scope/shared.ts';
import type { Services } from '../services.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';
import { leavingMarks, noLeavingMarks } from './leaving-marks.ts';
import { removeMember } from './remove-member.ts';

/** How far a person has been seen out. */
export interface Departure {
  steps: LeaveStep[];
  /** As he is after the last write that answered; null when he is deleted. */
  user: Auth0User | null;
  /** ISO 8601 in UTC: when he is to be deleted. */
  deleteAt?: string;
  /** Ids of the roles that were taken from him, or may have been. */
  rolesTaken?: readonly string[];
}

interface Leaver {
  user: Auth0User;
  wish: LeaveWish;
  scope: MemberScope;
}

interface Means {
  caller: Caller;
  /** Throws unless the admin may still do this; asked before what cannot be undone. */
  stands: () => Promise<void>;
  /** Puts back what was done so far. */
  undo: (caller: Caller) => Promise<void>;
  report: (error: unknown) => void;
}

type Step = LeaveStep['step'];

const lastSteps = {
  remove: 'remove',
  'delete-later': 'schedule-deletion',
  'delete-now': 'delete',
} as const satisfies Record<LeaveWish['way'], Step>;

/**
 * Sees a person out, step by step. All that keeps him out is tried; what cannot be undone only when all of it was done,
 * and only while he still belongs to this organization alone. Of a person of several organizations nothing is touched
 * but that he belongs to this one.
 *
 * @param departure - what was done so far, also when this throws.
 * @throws Problem of the first step, with nothing done; `user-not-found`, with all of it put back that can be, for one
 * who was moved away meanwhile.
 */
export async function seeOut(
  { user, wish, scope }: Leaver,
  departure: Departure,
  services: Services,
  means: Means,
): Promise<void> {
  const last = lastSteps[wish.way];
  const note = (step: Step, state: LeaveStep['state']) => void departure.steps.push({ step, state });
  if (isShared(user, services.config.organizationKey)) {
    for (const step of ['block', 'end-access', 'drop-roles'] as const) note(step, 'skipped');
    departure.user = await removeMember(user.user_id, scope.organization, services, means.caller);
    note(last, 'done');
    return;
  }
  const isOursAlone = (now: Auth0User) =>
    scope.covers(now) && !isShared(now, services.config.organizationKey);
  await block(user, isOursAlone, departure, services, means);
  note('block', 'done');
  await means.stands();
  note('end-access', await stateOf(endAccess(user, services, means.caller), means));
  note('drop-roles', await stateOf(dropRoles(user, departure, services, means.caller), means));
  const isKeptOut = departure.steps.every(({ state }) => state !== 'failed');
  if (!isKeptOut) return note(last, 'stopped');
  try {
    await takeLeave();
    note(last, 'done');
  } catch (error) {
    if (isGone(error)) await putBack(() => means.undo(means.caller));
    note(last, stateAfter(error, means));
  }

  async function takeLeave(): Promise<void> {
    const found = await services.gateway.user(user.user_id, means.caller, { fresh: true });
    if (!found || !isOursAlone(found)) throw new Problem('user-not-found');
    if (wish.way === 'remove') {
      departure.user = await removeMember(user.user_id, scope.organization, services, means.caller);
    } else if (wish.way === 'delete-now') {
      await services.gateway.deleteUser(user.user_id, means.caller);
      services.recentWrites.forget(user.user_id);
      departure.user = null;
    } else {
      await schedule(wish.days);
    }
  }

  async function schedule(days: number): Promise<void> {
    const deleteAt = new Date(services.world.now() + days * dayMs).toISOString();
    const mark = leavingMarks({ organization: scope.organization, deleteAt });
    departure.user = await saved(user, { app_metadata: mark }, services, means.caller);
    departure.deleteAt = deleteAt;
    if (!isOursAlone(departure.user)) throw new Problem('user-not-found');
  }
}

const dayMs = 86_400_000;

/** He who was moved away between the check and this is blocked now: that is put right at once. */
async function block(
  user: Auth0User,
  isOursAlone: (now: Auth0User) => boolean,
  departure: Departure,
  services: Services,
  { caller, undo }: Means,
): Promise<void> {
  const now = await saved(user, { blocked: true }, services, caller);
  if (!isOursAlone(now)) await putBack(() => undo(caller));
  departure.user = now;
}

async function endAccess({ user_id }: Auth0User, { gateway }: Services, caller: Caller): Promise<void> {
  if (!(await gateway.revokeAccess(user_id, caller))) throw new Problem('user-not-found');
}

/** All that the tenant gave him, whoever may give it: he has no use for any of it. */
async function dropRoles(
  { user_id }: Auth0User,
  departure: Departure,
  { gateway }: Services,
  caller: Caller,
): Promise<void> {
  const roles = await gateway.rolesNow(user_id, caller);
  if (!roles) throw new Problem('user-not-found');
  departure.rolesTaken = roles.map(({ id }) => id);
  if (roles.length > 0) await gateway.takeRoles(user_id, departure.rolesTaken, caller);
}

/** Lets someone in again, with the roles that he had; not him whom another has seen out of everywhere meanwhile. */
export async function takeBack(
  { user_id, blocked = false }: Auth0User,
  { deleteAt, rolesTaken = [] }: Departure,
  { gateway, config, recentWrites }: Services,
  caller: Caller,
): Promise<void> {
  const found = await gateway.user(user_id, caller, { fresh: true });
  if (!found || organizationsOf(found, config.organizationKey).length === 0) return;
  const app_metadata = deleteAt === undefined ? undefined : { ...noLeavingMarks };
  const now = await gateway.updateUser(user_id, { blocked, app_metadata }, caller);
  if (now) recentWrites.remember(now);
  if (rolesTaken.length > 0) await gateway.giveRoles(user_id, rolesTaken, caller);
}

async function saved(
  { user_id }: Auth0User,
  patch: Parameters<Services['gateway']['updateUser']>[1],
  { gateway, recentWrites }: Services,
  caller: Caller,
): Promise<Auth0User> {
  const now = await gateway.updateUser(user_id, patch, caller);
  if (!now) throw new Problem('user-not-found');
  recentWrites.remember(now);
  return now;
}

async function stateOf(step: Promise<void>, means: Means): Promise<LeaveStep['state']> {
  try {
    await step;
    return 'done';
  } catch (error) {
    return stateAfter(error, means);
  }
}

function stateAfter(error: unknown, { report }: Means): LeaveStep['state'] {
  report(error);
  return isUnentitled(error) ? 'unentitled' : 'failed';
}

function isGone(error: unknown): boolean {
  return error instanceof Problem && error.type === 'user-not-found';
}
