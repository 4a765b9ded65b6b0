import { sendVerificationEmail } from '#contract/profile-edit.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { mailApplication } from '../../policy/mail-application.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';

/** Sends a member the mail by which he verifies his email; Auth0 sends it a little later, and may fail in silence. */
export function bindSendVerificationEmail(services: Services): Binding {
  const { gateway } = services;
  return bind(sendVerificationEmail, async (call) => {
    const act = await beginAct('sendVerificationEmail', call, services);
    const { user_id, email } = act.user;
    const application = mailApplication(undefined, call.organization, services);
    await act.perform({ after: { mail: email } }, async (caller) => {
      const isThere = await gateway.sendVerificationEmail(user_id, application, caller);
      if (!isThere) throw new Problem('user-not-found');
    });
    return {};
  });
}
