import { changeUsername, usernameChange } from '#contract/profile-edit.ts';
import { usernameFault } from '../../accounts/connection-attributes.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { takenHere } from './identifier-taken.ts';
import { memberProfile } from './member-profile.ts';

/** Changes the username of a member who has one. */
export function bindChangeUsername(services: Services): Binding {
  const { gateway, rules } = services;
  return bind(changeUsername, async (call) => {
    const { admin, organization, body } = call;
    const act = await beginAct('changeUsername', call, services);
    const { user } = act;
    const { username } = await rules.write(
      { admin, organization, action: 'changeUsername', payload: body, user },
      usernameChange,
    );
    if (username === user.username) return memberProfile(user, call, services);
    const connection = await act.connection();
    const fault = connection && usernameFault(username, connection);
    if (fault) throw new Problem('invalid-request', { errors: [{ pointer: '#/username', detail: fault }] });

    const patch = { username, connection: user.identities[0]?.connection };
    const saved = await act
      .save(
        { before: { username: user.username ?? null }, after: { username } },
        (caller) => gateway.updateUser(user.user_id, patch, caller),
        (caller) => gateway.updateUser(user.user_id, { ...patch, username: user.username }, caller),
      )
      .catch(takenHere({ username }, call, services));
    return memberProfile(saved, call, services);
  });
}
