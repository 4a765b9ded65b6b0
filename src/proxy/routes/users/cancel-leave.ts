import { cancelLeave } from '#contract/leave.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { noLeavingMarks } from '../../leaving/leaving-marks.ts';
import { marks } from '../../scope/member-scope.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { memberProfile } from './member-profile.ts';

/** Keeps a member who was to be deleted. He stays blocked, and his roles stay away. */
export function bindCancelLeave(services: Services): Binding {
  const { gateway } = services;
  return bind(cancelLeave, async (call) => {
    const act = await beginAct('cancelLeave', call, services);
    const { user_id, app_metadata = {} } = act.user;
    const saved = await act.save(
      { before: { delete_at: app_metadata[marks.deleteAt] }, after: { delete_at: null } },
      (caller) => gateway.updateUser(user_id, { app_metadata: { ...noLeavingMarks } }, caller),
    );
    return memberProfile(saved, call, services);
  });
}
