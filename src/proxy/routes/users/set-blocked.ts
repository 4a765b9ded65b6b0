import { setUserBlocked } from '#contract/user-routes.ts';
import { beginAct } from '../../acts/begin-act.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { memberProfile } from './member-profile.ts';

/** Blocks or unblocks a member. */
export function bindSetUserBlocked(services: Services): Binding {
  const { gateway } = services;
  return bind(setUserBlocked, async (call) => {
    const { blocked } = call.body;
    const act = await beginAct(blocked ? 'block' : 'unblock', call, services);
    const { user_id, blocked: before = false } = act.user;
    const saved = await act.save(
      { before: { blocked: before }, after: { blocked } },
      (caller) => gateway.setBlocked(user_id, blocked, caller),
      (caller) => gateway.setBlocked(user_id, before, caller),
    );
    return memberProfile(saved, call, services);
  });
}
