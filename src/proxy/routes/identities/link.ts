import { linkIdentity } from '#contract/identities.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { stillOurs } from '../../acts/put-back.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../../services.ts';
import type { Caller } from '../../tenant/caller.ts';
import type { IdentityName } from '../../tenant/identities-gateway.ts';
import { type Binding, bind } from '../bind.ts';
import { memberProfile } from '../users/member-profile.ts';
import { secondAccount } from './second-account.ts';

/** Links a second account of the organization to a member. It cannot be undone: what is lost is lost. */
export function bindLinkIdentity(services: Services): Binding {
  const { gateway, recentWrites, standings } = services;
  return bind(linkIdentity, async (call) => {
    const act = await beginAct('linkIdentity', call, services);
    const { user } = act;
    const second = await secondAccount(call.body.with, user, call, services);
    const [identity] = second.identities;
    if (!identity) throw new Problem('not-possible');

    const { user_id, name, email } = second;
    const before = { second: { user_id, name, email, connection: identity.connection } };
    const ours = await act.perform({ before, after: { linked: user_id } }, async (caller) => {
      if (!(await gateway.linkIdentity(user.user_id, identity, caller))) throw new Problem('user-not-found');
      return stillOurs(act.stillMember, () => separate(identity, caller));
    });
    recentWrites.forget(user_id);
    standings.forget(user_id);
    const saved = ours();
    recentWrites.remember(saved);
    return memberProfile(saved, call, services);

    /** Whoever owns the second account must not get into one of another organization. */
    async function separate({ provider, user_id: id }: IdentityName, caller: Caller): Promise<void> {
      await gateway.unlinkIdentity(user.user_id, { provider, user_id: id }, caller);
      const { app_metadata, user_metadata } = second;
      await gateway.updateUser(user_id, { app_metadata, user_metadata }, caller);
    }
  });
}
