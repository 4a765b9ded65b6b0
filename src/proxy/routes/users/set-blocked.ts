import { setUserBlocked } from '#contract/routes.ts';
import type { Admin } from '../../access/access.ts';
import { Problem } from '../../problem.ts';
import { covers } from '../../scope/scope.ts';
import { isShared, showsConnection } from '../../scope/shared.ts';
import type { Services } from '../../services.ts';
import type { Auth0User } from '../../tenant/answers.ts';
import type { Caller } from '../../tenant/caller.ts';
import { deadlineIn } from '../../tenant/deadline.ts';
import { type Binding, bind } from '../bind.ts';
import { memberOf } from './member.ts';
import { profileOf } from './user-view.ts';

/** Blocks or unblocks a member: reads him as he is now, decides, puts it on record, writes. */
export function bindSetUserBlocked(services: Services): Binding {
  const { config, gateway, recentWrites, standings, limits } = services;
  return bind(setUserBlocked, async ({ admin, organization, params, body, caller, record }) => {
    const user = await memberOf(organization, params.userId, services, caller, { fresh: true });
    await refuseUnlessFair(admin, user, services, caller);

    const act = { target: user.user_id, before: { blocked: user.blocked ?? false }, after: { ...body } };
    const saved = await record.perform(act, async () => {
      const written = await gateway.setBlocked(
        user.user_id,
        body.blocked,
        toTheEnd(caller, limits.deadlineMs),
      );
      if (!written) throw new Problem('user-not-found');
      return written;
    });

    recentWrites.remember(saved);
    standings.forget(saved.user_id);
    // Moved to another organization while we wrote: from now on he does not exist here.
    if (!covers(organization, config.organizationKey, saved)) throw new Problem('user-not-found');
    const shows = showsConnection(saved, organization, config);
    return profileOf(saved, { self: false, shows, fields: config.policy.fields });
  });
}

/**
 * Whom an admin may not touch although he may block: himself, someone whose block would reach into another
 * organization, and someone who may do at our API what he himself may not.
 */
async function refuseUnlessFair(
  admin: Admin,
  user: Auth0User,
  { config, gateway }: Services,
  caller: Caller,
): Promise<void> {
  if (user.user_id === admin.profile.user_id) throw new Problem('own-account');
  if (isShared(user, config.organizationKey)) {
    throw new Problem('shared-user', {
      detail: 'Blocking would lock this person out everywhere. Ask your vendor to do it.',
    });
  }
  const held = await gateway.permissions(user.user_id, config.audience, caller, { fresh: true });
  if (!held) throw new Problem('user-not-found');
  if (!held.every((name) => admin.rights.has(name))) throw new Problem('outranked');
}

/** A write that has begun is seen through, even when the browser goes away: its record must tell how it ended. */
function toTheEnd(caller: Caller, deadlineMs: number): Caller {
  return { ...caller, signal: new AbortController().signal, deadline: deadlineIn(deadlineMs) };
}
