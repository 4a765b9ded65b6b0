import { sendPasswordReset } from '#contract/security.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { mailApplication } from '../../policy/mail-application.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';

/** Sends a member the mail by which he chooses a new password, leading to an application that the policy names. */
export function bindSendPasswordReset(services: Services): Binding {
  const { sendPasswordMail } = services;
  return bind(sendPasswordReset, async (call) => {
    const application = call.body.application;
    const act = await beginAct('sendPasswordReset', call, services);
    const { email, identities } = act.user;
    const connection = identities[0]?.connection;
    if (email === undefined || connection === undefined) throw new Problem('not-possible');
    const clientId = mailApplication(application, call.organization, services);
    await act.perform({ after: { mail: email, application: clientId } }, (caller) =>
      sendPasswordMail({ email, connection, clientId }, caller),
    );
    return {};
  });
}
