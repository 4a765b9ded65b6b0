import type * as z from 'zod/mini';
import type { userData } from '#contract/leave.ts';
import type { Permission } from '#contract/permission.ts';
import type { Admin } from '../access/access.ts';
import { activityView } from '../activity/activity-view.ts';
import { readActivity } from '../activity/read-activity.ts';
import { methodsOf } from '../routes/users/method-view.ts';
import { type Part, partOf } from '../routes/users/part.ts';
import { readAccess } from '../routes/users/read-access.ts';
import { showsConnection } from '../scope/shared.ts';
import type { Services } from '../services.ts';
import type { Auth0User } from '../tenant/answers.ts';
import type { Caller } from '../tenant/caller.ts';
import { readActs } from './read-acts.ts';

type UserData = z.input<typeof userData>;
type Missing = UserData['missing'];

/** All that Auth0 gives. */
const wholeLog = { entries: 1_000, reads: 10 };

interface Asking {
  admin: Admin;
  organization: string;
  caller: Caller;
  report: (error: unknown) => void;
}

/**
 * Everything that is held about a member beside his profile, as far as this admin may see it; each part fails alone,
 * and what is missing says so.
 */
export async function gatherData(
  user: Auth0User,
  services: Services,
  { admin, organization, caller, report }: Asking,
): Promise<Omit<UserData, 'about' | 'profile'>> {
  const { gateway, config, world } = services;
  const id = user.user_id;
  const missing: Missing = [];
  const shows = showsConnection(user, organization, config);

  function itemsOf<Item>(part: string, read: Part<Item>): Item[] {
    if (read.state === 'ready') return read.items;
    missing.push({ part, why: read.state });
    return [];
  }
  async function permitted<Item>(permission: Permission, read: () => Promise<Item[]>): Promise<Part<Item>> {
    if (!admin.rights.has(permission)) return { state: 'forbidden' };
    return partOf(read(), caller.signal, report);
  }
  const part = <Item>(read: Promise<Item[]>) => partOf(read, caller.signal, report);

  const [roles, methods, blocks, access, activity, acts] = await Promise.all([
    part(gateway.roles(id, caller)),
    part(gateway.authenticationMethods(id, caller).then(methodsOf)),
    part(gateway.bruteForceBlocks(id, caller)),
    readAccess(user, services, { caller, report }),
    permitted('read:activity', async () => {
      const whole = await readActivity(
        (page) => gateway.logPage(id, page, caller),
        activityView(user, organization, services),
        { filter: {}, place: { page: 0 }, bounds: wholeLog },
      );
      if (whole.truncated) missing.push({ part: 'activity', why: 'truncated' });
      return whole.entries;
    }),
    permitted('read:audit', async () => {
      const whole = await readActs(world.audit, organization, id);
      if (whole.truncated) missing.push({ part: 'acts', why: 'truncated' });
      return whole.acts;
    }),
  ]);
  return {
    roles: itemsOf('roles', roles),
    authenticationMethods: itemsOf('authenticationMethods', methods),
    bruteForceBlocks: itemsOf('bruteForceBlocks', blocks).filter(({ connection }) => shows(connection)),
    sessions: itemsOf('sessions', access.sessions),
    refreshTokens: itemsOf('refreshTokens', access.refreshTokens),
    activity: itemsOf('activity', activity),
    acts: itemsOf('acts', acts),
    missing,
  };
}
