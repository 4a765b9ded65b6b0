import { unlinkIdentity } from '#contract/identities.ts';
import { beginAct } from '../../acts/begin-act.ts';
import { partlyDone } from '../../acts/partly-done.ts';
import { stillOurs } from '../../acts/put-back.ts';
import { Problem } from '../../problem.ts';
import { showsConnection } from '../../scope/shared.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import type { Caller } from '../../tenant/caller.ts';
import type { IdentityName } from '../../tenant/identities-gateway.ts';
import { UpstreamFailure } from '../../tenant/upstream-failure.ts';
import { type Binding, bind } from '../bind.ts';
import { memberProfile } from '../users/member-profile.ts';

/** Makes a linked identity an account of its own, which is stamped at once: without metadata it is nobody's. */
export function bindUnlinkIdentity(services: Services): Binding {
  const { config, gateway, recentWrites } = services;
  return bind(unlinkIdentity, async (call) => {
    const { organization, params } = call;
    const act = await beginAct('unlinkIdentity', call, services);
    const { user } = act;
    const identity = linkedIdentity(user, params, showsConnection(user, organization, config));
    const unlinked = `${identity.provider}|${identity.user_id}`;
    const reached: Record<string, unknown> = { unlinked: null };

    const undo = async (caller: Caller) => {
      await gateway.linkIdentity(user.user_id, identity, caller);
      Object.assign(reached, { unlinked: null, organization: undefined });
    };
    const ours = await act.perform(
      { before: { identity: unlinked }, reached: () => reached },
      async (caller) => {
        if (!(await unlink(user, identity, services, caller))) throw gone();
        Object.assign(reached, { unlinked, organization: null });
        recentWrites.remember(await stamp(unlinked, caller));
        reached.organization = organization;
        return stillOurs(act.stillMember, () => undo(caller));
      },
      undo,
    );
    const saved = ours();
    recentWrites.remember(saved);
    return memberProfile(saved, call, services);

    /** @throws Problem that says that the account is in no organization. */
    async function stamp(userId: string, caller: Caller): Promise<Auth0User> {
      const patch = { app_metadata: { [config.organizationKey]: organization } };
      try {
        const saved = await gateway.updateUser(userId, patch, caller);
        if (saved) return saved;
      } catch (error) {
        throw partlyDone(error, outside);
      }
      throw partlyDone(new Problem('auth0-unavailable'), outside);
    }
  });
}

/**
 * The account that is split off must not stay in no organization because the answer was lost: nobody here could ever
 * find it again. So whoever does not know how it went looks.
 */
async function unlink(
  { user_id }: Auth0User,
  identity: IdentityName,
  { gateway }: Services,
  caller: Caller,
): Promise<boolean> {
  return gateway.unlinkIdentity(user_id, identity, caller).catch(async (error: unknown) => {
    if (!isUncertain(error)) throw error;
    const now = await gateway.user(user_id, caller, { fresh: true });
    const isLinked = now?.identities.some(
      ({ provider, user_id }) => provider === identity.provider && user_id === identity.user_id,
    );
    if (isLinked !== false) throw error;
    return true;
  });
}

function isUncertain(error: unknown): boolean {
  const cause = error instanceof Problem ? error.cause : undefined;
  return cause instanceof UpstreamFailure && cause.uncertain;
}

/**
 * @throws Problem `item-not-found` for what is none of his identities or may not be named, `not-possible` for his main one.
 */
function linkedIdentity(
  { identities }: Auth0User,
  { provider, identityId }: { provider: string; identityId: string },
  shows: (connection: string) => boolean,
): IdentityName {
  const index = identities.findIndex(
    (identity) =>
      identity.provider === provider && identity.user_id === identityId && shows(identity.connection),
  );
  const identity = identities[index];
  if (!identity) throw gone();
  if (index === 0) throw new Problem('not-possible', { detail: 'The main identity cannot be unlinked.' });
  return identity;
}

function gone(): Problem {
  return new Problem('item-not-found');
}

const outside =
  'The identity was unlinked, but its new account could not be put into your organization. Tell your vendor: he finds it by the id of this request.';
