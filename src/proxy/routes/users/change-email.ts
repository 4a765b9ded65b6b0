import { changeEmail, emailChange } from '#contract/profile-edit.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { mailApplication } from '../../policy/mail-application.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { takenHere } from './identifier-taken.ts';
import { memberProfile } from './member-profile.ts';

/** Changes the email of a member: nobody has verified the new one, so Auth0 sends a mail for that. */
export function bindChangeEmail(services: Services): Binding {
  const { gateway, rules } = services;
  return bind(changeEmail, async (call) => {
    const { admin, organization, body } = call;
    const act = await beginAct('changeEmail', call, services);
    const { user } = act;
    const { email } = await rules.write(
      { admin, organization, action: 'changeEmail', payload: body, user },
      emailChange,
    );
    if (email === user.email) return memberProfile(user, call, services);

    const patch = {
      email,
      email_verified: false,
      verify_email: true,
      connection: user.identities[0]?.connection,
      client_id: mailApplication(undefined, organization, services),
    };
    const old = {
      email: user.email,
      email_verified: user.email_verified ?? false,
      verify_email: false,
      connection: patch.connection,
    };
    const before = { email: user.email ?? null, email_verified: user.email_verified ?? false };
    const saved = await act
      .save(
        { before, after: { email, email_verified: false } },
        (caller) => gateway.updateUser(user.user_id, patch, caller),
        (caller) => gateway.updateUser(user.user_id, old, caller),
      )
      .catch(takenHere({ email }, call, services));
    return memberProfile(saved, call, services);
  });
}
