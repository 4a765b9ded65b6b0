import { forgetBrowsers } from '#contract/security.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';

/** Has a member asked for his second factor again on every browser. */
export function bindForgetBrowsers(services: Services): Binding {
  return bind(forgetBrowsers, async (call) => {
    const act = await beginAct('forgetBrowsers', call, services);
    await act.perform({}, async (caller) => {
      const isThere = await services.gateway.forgetBrowsers(act.user.user_id, caller);
      if (!isThere) throw new Problem('user-not-found');
    });
    return {};
  });
}
