import { setTimeout as pause } from 'node:timers/promises';
import { getMe, listUsers } from '#contract/routes.ts';
import { getUser } from '#contract/user-routes.ts';
import { startProxy } from '../support/start-proxy.ts';
import type { Figure } from './figure.ts';

const idleMs = 3000;

/** What each screen costs the tenant's budget, once the proxy knows the admin and what the tenant is like. */
export async function countUpstreamCalls(): Promise<Figure> {
  const { admin, tenant, addPerson } = await startProxy();
  const pageOf = ({ user_id: userId }: { user_id: string }) => admin.call(getUser, { params: { userId } });
  const [one, another] = [addPerson({ memberOf: 'Acme' }), addPerson({ memberOf: 'Acme' })];
  await admin.call(getMe, {});
  const cost = async (act: () => Promise<unknown>) => {
    const before = tenant.calls.length;
    await act();
    return tenant.calls.length - before;
  };
  const list = await cost(() => admin.call(listUsers, {}));
  const first = await cost(() => pageOf(one));
  const user = await cost(() => pageOf(another));
  const idle = await cost(() => pause(idleMs));
  return {
    what: 'upstream calls: list, user page, idle',
    measured: `${list}, ${user} (the first ${first}), ${idle}`,
    reach: '1, ≤ 5, 0',
    met: list === 1 && user <= 5 && idle === 0,
    values: { list, first, user, idle },
  };
}
