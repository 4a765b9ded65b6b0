import { setPassword } from '#contract/security.ts';
import { giveTemporaryPassword, refuseWeak } from '../../accounts/temporary-password.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { mailApplication } from '../../policy/mail-application.ts';
import { marks } from '../../scope/member-scope.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { memberProfile } from './member-profile.ts';

/** Gives a member a temporary password. It is nowhere but in the one call that sets it. */
export function bindSetPassword(services: Services): Binding {
  const { gateway } = services;
  return bind(setPassword, async (call) => {
    const { password } = call.body;
    const act = await beginAct('setPassword', call, services);
    refuseWeak(password, await act.connection(), act.user);
    const clientId = mailApplication(undefined, call.organization, services);
    const before = { temporary_password: act.user.app_metadata?.[marks.temporaryPassword] !== undefined };
    const saved = await act.save({ before, after: { temporary_password: true } }, (caller) =>
      giveTemporaryPassword(act.user, password, { gateway, clientId, caller, isOurs: call.scope.covers }),
    );
    return memberProfile(saved, call, services);
  });
}
