import { exportData } from '#contract/leave.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { gatherData } from '../../personal-data/gather-data.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { memberProfile } from './member-profile.ts';

/** Everything that is held about a member. It changes nothing, and is put on record: it leaves the house. */
export function bindExportData(services: Services): Binding {
  const { world } = services;
  return bind(exportData, async (call) => {
    const { admin, organization, report } = call;
    const act = await beginAct('exportData', call, services);
    const { profile } = admin;
    const exported_at = new Date(world.now()).toISOString();
    let missing: readonly { part: string }[] = [];
    const data = await act.perform(
      { reached: () => ({ missing: missing.map(({ part }) => part) }) },
      async (caller) => {
        const gathered = await gatherData(act.user, services, { admin, organization, caller, report });
        missing = gathered.missing;
        return gathered;
      },
    );
    return {
      about: { organization, exported_at, by: profile.name ?? profile.email ?? profile.user_id },
      profile: memberProfile(await act.stillMember(), call, services),
      ...data,
    };
  });
}
