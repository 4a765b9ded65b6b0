import { setUserBlocked } from '#contract/user-routes.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { showsConnection } from '../../scope/shared.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { profileOf } from './user-view.ts';

/** Blocks or unblocks a member. */
export function bindSetUserBlocked(services: Services): Binding {
  const { config, gateway } = services;
  return bind(setUserBlocked, async (call) => {
    const { blocked } = call.body;
    const act = await beginAct(blocked ? 'block' : 'unblock', call, services);
    const { user_id, blocked: before = false } = act.user;
    const saved = await act.save(
      { before: { blocked: before }, after: { blocked } },
      (caller) => gateway.setBlocked(user_id, blocked, caller),
      (caller) => gateway.setBlocked(user_id, before, caller),
    );
    const shows = showsConnection(saved, call.organization, config);
    return profileOf(saved, { self: false, shows, fields: config.policy.fields });
  });
}
