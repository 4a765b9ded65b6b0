import { setUserBlocked } from '#contract/user-routes.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { deletionFrom, isLetInAgain, noLeavingMarks } from '../../leaving/leaving-marks.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { memberProfile } from './member-profile.ts';

/**
 * Blocks or unblocks a member. Whoever was to be deleted and was let in again behind our back is blocked, and no more: a
 * block must not bring back a decision that nobody holds to any longer.
 */
export function bindSetUserBlocked(services: Services): Binding {
  const { gateway } = services;
  return bind(setUserBlocked, async (call) => {
    const { blocked } = call.body;
    const act = await beginAct(blocked ? 'block' : 'unblock', call, services);
    const { user_id, blocked: before = false } = act.user;
    const endsPlan = blocked && isLetInAgain(act.user);
    const planned = endsPlan ? deletionFrom(call.organization, act.user) : undefined;
    const saved = await act.save(
      {
        before: { blocked: before, ...(planned && { delete_at: planned }) },
        after: { blocked, ...(planned && { delete_at: null }) },
      },
      (caller) =>
        endsPlan
          ? gateway.updateUser(user_id, { blocked, app_metadata: { ...noLeavingMarks } }, caller)
          : gateway.setBlocked(user_id, blocked, caller),
      (caller) => gateway.setBlocked(user_id, before, caller),
    );
    return memberProfile(saved, call, services);
  });
}
