import { expect, it } from 'vitest';
import { getMe, listUsers } from '#contract/routes.ts';
import { getUser, setUserBlocked } from '#contract/user-routes.ts';
import { startProxy } from '../support/start-proxy.ts';

async function counting(options: Parameters<typeof startProxy>[0] = {}) {
  const started = await startProxy(options);
  /** What an act costs the tenant's budget. */
  async function cost(act: () => Promise<unknown>): Promise<number> {
    const before = started.tenant.calls.length;
    await act();
    return started.tenant.calls.length - before;
  }
  return { ...started, cost };
}

it('learns who an admin is by three calls side by side, and by none when he comes again', async () => {
  const { admin, cost } = await counting();

  const costs = [await cost(() => admin.call(getMe, {})), await cost(() => admin.call(getMe, {}))];

  expect(costs).toEqual([3, 0]);
});

it('gives a page of the list for one call, searched, sorted and filtered or not', async () => {
  const { admin, cost } = await counting();
  await admin.call(getMe, {});

  const costs = [
    await cost(() => admin.call(listUsers, {})),
    await cost(() => admin.call(listUsers, { query: { q: 'jane OR x*', status: 'active', sort: 'name:1' } })),
  ];

  expect(costs).toEqual([1, 1]);
});

it('costs nothing to send a search that cannot be understood', async () => {
  const { admin, cost } = await counting();
  await admin.call(getMe, {});

  const search = await cost(() => admin.call(listUsers, { query: { q: '(' } }));

  expect(search).toBe(0);
});

it('gives a user’s page for five calls, two round trips deep, when it knows his connection', async () => {
  let running = 0;
  const depths: number[] = [];
  const { admin, cost } = await counting({
    async between(request, pass) {
      if (!request.url.includes('/api/v2/')) return pass(request);
      running += 1;
      depths.push(running);
      await new Promise(setImmediate);
      const response = await pass(request);
      running -= 1;
      return response;
    },
  });
  const params = { userId: admin.person.user_id };
  await admin.call(getUser, { params });
  depths.length = 0;

  const page = await cost(() => admin.call(getUser, { params }));

  expect(page).toBe(5);
  expect(depths).toEqual([1, 1, 2, 3, 4]);
});

it('asks for a connection once a minute, side by side with the rest of the page', async () => {
  const { admin, cost, clock } = await counting();
  const params = { userId: admin.person.user_id };
  await admin.call(getMe, {});

  const first = await cost(() => admin.call(getUser, { params }));
  const second = await cost(() => admin.call(getUser, { params }));
  clock.now += 60_000;
  await admin.call(getMe, {});
  const later = await cost(() => admin.call(getUser, { params }));

  // The connection, and whether any application may use it.
  expect([first, second, later]).toEqual([7, 5, 7]);
});

it('blocks a user by three calls', async () => {
  const { admin, cost, addPerson } = await counting();
  const { user_id: userId } = addPerson({ memberOf: 'Acme' });
  await admin.call(getMe, {});

  const act = await cost(() => admin.call(setUserBlocked, { params: { userId }, body: { blocked: true } }));

  expect(act).toBe(3);
});

it('makes equal reads of several admins one call', async () => {
  const { admin, as, addPerson, cost } = await counting();
  const other = await as(addPerson({ memberOf: 'Acme', role: 'auditor' }));
  const params = { userId: admin.person.user_id };
  await Promise.all([admin.call(getUser, { params }), other.call(getMe, {})]);

  const pages = await cost(() =>
    Promise.all([
      admin.call(getUser, { params }),
      other.call(getUser, { params }),
      admin.call(getUser, { params }),
    ]),
  );

  expect(pages).toBe(5);
});

it('tells in the log what a request cost', async () => {
  const { admin, lines } = await counting();

  await admin.call(listUsers, {});

  expect(lines).toMatchObject([{ route: 'listUsers', status: 200, upstreamCalls: 4 }]);
});
