import { withdrawInvitation } from '#contract/create-user.ts';
import { seenThrough } from '../../acts/seen-through.ts';
import { identifierOf, traceable } from '../../invitations/invitation-trace.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { notBefore } from '../../tenant/wait.ts';
import { type Binding, bind } from '../bind.ts';
import { pendingNow } from '../creation/let-in.ts';
import { beginInvitation } from './begin-invitation.ts';

/** The deletion. */
const callsForSomeone = 1;

/** Takes an invitation back and deletes the account that waits; for a stranger's, as much is done and nothing happens. */
export function bindWithdrawInvitation(services: Services): Binding {
  const { gateway, config, decoys, limits, standings } = services;
  return bind(withdrawInvitation, async (call) => {
    const { admin, scope } = call;
    const began = performance.now();
    const { accountId, ...invited } = await beginInvitation(call, services);
    const name = identifierOf(invited.identifiers);
    const caller = seenThrough(call.caller, limits.deadlineMs);
    await call.record.perform({ target: null, targetName: name, after: traceable(invited) }, async () => {
      // Side by side, so that nothing lies between looking and a deletion that nobody can take back.
      const [user, held] = await Promise.all([
        pendingNow({ id: accountId, isNew: false }, scope, services, caller),
        gateway.permissions(accountId ?? '', config.audience, caller, { fresh: true }),
      ]);
      if (!user) return decoys.calls(callsForSomeone, caller);
      if (!held?.every((right) => admin.rights.has(right))) throw new Problem('outranked');
      await gateway.deleteUser(user.user_id, caller);
      standings.forget(user.user_id);
    });
    await notBefore(began + limits.creationMs, caller.signal);
    return {};
  });
}
