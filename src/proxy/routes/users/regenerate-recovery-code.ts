import { regenerateRecoveryCode } from '#contract/security.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';

/** Gives a member a new recovery code. It stands in this answer alone: no record and no log has it. */
export function bindRegenerateRecoveryCode(services: Services): Binding {
  return bind(regenerateRecoveryCode, async (call) => {
    const act = await beginAct('regenerateRecoveryCode', call, services);
    const code = await act.perform({}, async (caller) => {
      const made = await services.gateway.newRecoveryCode(act.user.user_id, caller);
      if (made === null) throw new Problem('item-not-found', { detail: 'There is no second factor.' });
      return made;
    });
    // The code opens the account: it is for nobody who could not ask for it now.
    await act.stillMember();
    return { recovery_code: code };
  });
}
