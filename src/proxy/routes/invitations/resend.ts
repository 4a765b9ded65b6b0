import { resendInvitation } from '#contract/create-user.ts';
import { seenThrough } from '../../acts/seen-through.ts';
import { identifierOf, traceable } from '../../invitations/invitation-trace.ts';
import { mailApplication } from '../../policy/mail-application.ts';
import { Problem } from '../../problem.ts';
import { marks } from '../../scope/member-scope.ts';
import type { Services } from '../../services.ts';
import { notBefore } from '../../tenant/wait.ts';
import { type Binding, bind } from '../bind.ts';
import { invite } from '../creation/let-in.ts';
import { beginInvitation } from './begin-invitation.ts';

/** Sends the mail of an invitation again; for a stranger's, as much is done and nothing happens. */
export function bindResendInvitation(services: Services): Binding {
  const { gateway, facts, limits, mailTurns, world } = services;
  return bind(resendInvitation, async (call) => {
    const { organization, scope } = call;
    const began = performance.now();
    const { accountId, ...invited } = await beginInvitation(call, services);
    const connection = await facts.connection(invited.connection, call.caller);
    if (connection?.strategy !== 'auth0' || invited.identifiers.email === undefined) {
      throw new Problem('not-possible', { detail: 'This person is sent no mail: he signs in without one.' });
    }
    const name = identifierOf(invited.identifiers);
    mailTurns.take(organization, connection.name, name);
    const clientId = mailApplication(undefined, organization, services);
    const caller = seenThrough(call.caller, limits.deadlineMs);
    await call.record.perform({ target: null, targetName: name, after: traceable(invited) }, async () => {
      const account = { id: accountId, isNew: false, connection, clientId };
      const user = await invite(account, { scope, services, caller });
      const app_metadata = { [marks.invitedAt]: new Date(world.now()).toISOString() };
      if (user) await gateway.updateUser(user.user_id, { app_metadata }, caller);
      else await services.decoys.calls(1, caller);
    });
    await notBefore(began + limits.creationMs, caller.signal);
    return {};
  });
}
