import { setTimeout as pause } from 'node:timers/promises';
import { getMe, listUsers } from '#contract/routes.ts';
import { getUser } from '#contract/user-routes.ts';
import { startProxy } from '../support/start-proxy.ts';
import type { Figure } from './figure.ts';

const idleMs = 3000;

/** What each screen costs the tenant's budget, once the proxy knows the admin. */
export async function countUpstreamCalls(): Promise<Figure> {
  const { admin, tenant } = await startProxy();
  await admin.call(getMe, {});
  const cost = async (act: () => Promise<unknown>) => {
    const before = tenant.calls.length;
    await act();
    return tenant.calls.length - before;
  };
  const list = await cost(() => admin.call(listUsers, {}));
  const user = await cost(() => admin.call(getUser, { params: { userId: admin.person.user_id } }));
  const idle = await cost(() => pause(idleMs));
  return {
    what: 'upstream calls: list, user page, idle',
    measured: `${list}, ${user}, ${idle}`,
    reach: '1, ≤ 5, 0',
    met: list === 1 && user <= 5 && idle === 0,
    values: { list, user, idle },
  };
}
