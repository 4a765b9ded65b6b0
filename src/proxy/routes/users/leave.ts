import type * as z from 'zod/mini';
import { type LeaveWish, leave, type leaveReceipt } from '#contract/leave.ts';
import { type Act, beginAct } from '../../acts/begin-act.ts';
import { partlyDone } from '../../acts/partly-done.ts';
import { knownAs } from '../../leaving/known-as.ts';
import { putBackMember } from '../../leaving/remove-member.ts';
import { type Departure, seeOut, takeBack } from '../../leaving/see-out.ts';
import { Problem } from '../../problem.ts';
import { isShared } from '../../scope/shared.ts';
import type { Services } from '../../services.ts';
import type { Caller } from '../../tenant/caller.ts';
import { type Binding, bind } from '../bind.ts';
import { memberProfile } from './member-profile.ts';

/** Sees a member out, and gives a receipt of each step. */
export function bindLeave(services: Services): Binding {
  const { config, world, standings } = services;
  return bind(leave, async (call) => {
    const { admin, organization, scope, body: wish, caller, report } = call;
    const act = await beginAct(wish.way === 'remove' ? 'leave' : ['leave', 'delete'], call, services);
    const { user } = act;
    checkConfirmation(wish, act);
    const departure: Departure = { steps: [], user };

    const before = { blocked: user.blocked ?? false, organization };
    const reached = () => ({ way: wish.way, steps: departure.steps, delete_at: departure.deleteAt });
    async function undo(toTheEnd: Caller): Promise<void> {
      if (isShared(user, config.organizationKey)) {
        await putBackMember(user.user_id, organization, services, toTheEnd);
      } else {
        await takeBack(user, departure, services, toTheEnd);
      }
      departure.steps.length = 0;
      departure.deleteAt = undefined;
    }
    // The receipt tells it better; this is for the record.
    const brokenOff = partlyDone(new Problem('auth0-unavailable'), 'A step failed.');
    await act
      .perform(
        { before, reached },
        async (toTheEnd, stands) => {
          await seeOut({ user, wish, scope }, departure, services, {
            caller: toTheEnd,
            stands,
            undo,
            report,
          });
          if (!isThrough(departure)) throw brokenOff;
        },
        undo,
      )
      .catch((error: unknown) => {
        if (error !== brokenOff) throw error;
      });
    standings.forget(user.user_id);

    const { profile } = admin;
    const now = departure.user;
    const receipt: z.input<typeof leaveReceipt> = {
      id: caller.requestId,
      way: wish.way,
      at: new Date(world.now()).toISOString(),
      by: { name: profile.name ?? profile.email ?? profile.user_id, email: profile.email },
      organization,
      person: { user_id: user.user_id, name: user.name ?? knownAs(user), email: user.email },
      steps: departure.steps,
      delete_at: departure.deleteAt,
      user: now && scope.covers(now) ? memberProfile(now, call, services) : undefined,
    };
    return receipt;
  });
}

function isThrough({ steps }: Departure): boolean {
  return steps.every(({ state }) => state !== 'failed' && state !== 'stopped');
}

/** @throws Problem `confirmation-wrong` */
function checkConfirmation(wish: LeaveWish, { user }: Act): void {
  if (wish.way !== 'delete-now' || wish.confirm === knownAs(user)) return;
  throw new Problem('confirmation-wrong', {
    errors: [{ pointer: '#/confirm', detail: 'This is not what the person is known by.' }],
  });
}
