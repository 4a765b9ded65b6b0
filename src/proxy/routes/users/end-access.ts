import { endAccess } from '#contract/security.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { isUnentitled } from './part.ts';

/** Ends a member's sessions and refresh tokens, as far as the vendor's plan lets us. */
export function bindEndAccess(services: Services): Binding {
  return bind(endAccess, async (call) => {
    const act = await beginAct('endSessions', call, services);
    try {
      await act.perform({}, async (caller) => {
        const isThere = await services.gateway.revokeAccess(act.user.user_id, caller);
        if (!isThere) throw new Problem('user-not-found');
      });
      return { ended: 'all' as const };
    } catch (error) {
      if (!isUnentitled(error)) throw error;
      call.report(error);
      return { ended: 'unentitled' as const };
    }
  });
}
