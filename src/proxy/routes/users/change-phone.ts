import { changePhone, phoneChange } from '#contract/profile-edit.ts';
import { beginAct } from '../../acts/begin-act.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { takenHere } from './identifier-taken.ts';
import { memberProfile } from './member-profile.ts';

/** Changes the phone number of a member; nobody has verified the new one. */
export function bindChangePhone(services: Services): Binding {
  const { gateway, rules } = services;
  return bind(changePhone, async (call) => {
    const { admin, organization, body } = call;
    const act = await beginAct('changePhone', call, services);
    const { user } = act;
    const { phone_number } = await rules.write(
      { admin, organization, action: 'changePhone', payload: body, user },
      phoneChange,
    );
    if (phone_number === user.phone_number) return memberProfile(user, call, services);

    const patch = { phone_number, phone_verified: false, connection: user.identities[0]?.connection };
    const old = {
      phone_number: user.phone_number,
      phone_verified: user.phone_verified ?? false,
      connection: patch.connection,
    };
    const before = { phone_number: user.phone_number ?? null, phone_verified: user.phone_verified ?? false };
    const saved = await act
      .save(
        { before, after: { phone_number, phone_verified: false } },
        (caller) => gateway.updateUser(user.user_id, patch, caller),
        (caller) => gateway.updateUser(user.user_id, old, caller),
      )
      .catch(takenHere({ phone_number }, call, services));
    return memberProfile(saved, call, services);
  });
}
