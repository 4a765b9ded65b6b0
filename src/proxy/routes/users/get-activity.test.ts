import { expect, it } from 'vitest';
import { getActivity } from '#contract/activity.ts';
import type { RouteInput } from '#contract/route.ts';
import { getMe } from '#contract/routes.ts';
import type { UserId } from '#contract/user.ts';
import { outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';

const userId = 'auth0|000000000000000000000001' as UserId;
const noon = Date.parse('2026-09-30T12:00:00.000Z');
type Query = NonNullable<RouteInput<typeof getActivity>['query']>;

/** Entry number 0 is the newest; each is a minute older than the one before. */
function entry(number: number, rest: object = {}) {
  const date = new Date(noon - number * 60_000).toISOString();
  return { log_id: `log-${number}`, date, type: 's', user_id: userId, ...rest };
}

/** A member whose log is in `log`; it may grow between two requests. */
async function started(log: object[], options: StartOptions & { memberOf?: string | string[] } = {}) {
  const { memberOf = 'Acme', ...rest } = options;
  const proxy = await startProxy({
    ...rest,
    async between(request, pass) {
      const { pathname, searchParams } = new URL(request.url);
      if (!pathname.endsWith('/logs')) return pass(request);
      await pass(request);
      const start = Number(searchParams.get('page')) * 100;
      return Response.json(log.slice(start, start + 100));
    },
  });
  proxy.addPerson({ memberOf, profile: { user_id: userId } });
  await proxy.admin.call(getMe, {});
  proxy.tenant.calls.length = 0;
  const activity = (query: Query = {}) => proxy.admin.call(getActivity, { params: { userId }, query });
  async function page(query: Query = {}) {
    const { entries, next, truncated } = await (await activity(query)).json();
    return { ids: entries.map(({ log_id }: { log_id: string }) => log_id), entries, next, truncated };
  }
  async function everyPage(query: Query = {}) {
    const ids: string[] = [];
    let found = await page(query);
    ids.push(...found.ids);
    while (found.next) {
      found = await page({ ...query, cursor: found.next });
      ids.push(...found.ids);
    }
    return { ids, truncated: found.truncated };
  }
  return { ...proxy, activity, page, everyPage };
}

const numbered = (count: number) => Array.from({ length: count }, (_, index) => entry(index));
const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => `log-${from + index}`);

it('tells the newest fifty, and the next ones by the cursor', async () => {
  const { page, tenant } = await started(numbered(70));

  const first = await page();
  const second = await page({ cursor: first.next });

  expect(first.ids).toEqual(ids(0, 50));
  expect(second).toMatchObject({ ids: ids(50, 70), next: null, truncated: false });
  expect(tenant.calls).toHaveLength(4);
});

it.each([0, 1, 49, 50, 51, 99, 100, 101, 150, 200, 999])('tells each of %i entries once', async (count) => {
  const { everyPage } = await started(numbered(count));

  const { ids: told, truncated } = await everyPage();

  expect(told).toEqual(ids(0, count));
  expect(truncated).toBe(false);
});

it('says that older entries exist which cannot be reached', async () => {
  const { everyPage } = await started(numbered(1_000));

  const { ids: told, truncated } = await everyPage();

  expect(told).toHaveLength(1_000);
  expect(truncated).toBe(true);
});

it.each([1, 60, 130])(
  'tells nothing twice and leaves nothing out when %i entries come meanwhile',
  async (count) => {
    const log = numbered(150);
    const { page } = await started(log);
    const first = await page();

    log.unshift(...Array.from({ length: count }, (_, index) => entry(-count + index)));
    const second = await page({ cursor: first.next });
    const third = await page({ cursor: second.next });

    expect([...first.ids, ...second.ids, ...third.ids]).toEqual(ids(0, 150));
  },
);

it('goes on by the date when the last entry that was told has been forgotten', async () => {
  const log = numbered(120);
  const { page } = await started(log);
  const first = await page();

  log.splice(49, 1);
  const second = await page({ cursor: first.next });

  expect(second.ids).toEqual(ids(50, 100));
});

it('tells one group of events, and reads on for it within bounds', async () => {
  const log = numbered(900).map((row, index) => (index % 100 === 99 ? { ...row, type: 'scp' } : row));
  const { page, tenant } = await started(log);

  const first = await page({ group: 'password' });
  const calls = tenant.calls.length;
  const second = await page({ group: 'password', cursor: first.next });

  expect(first.ids).toEqual(['log-99', 'log-199', 'log-299', 'log-399']);
  expect(second.ids).toEqual(['log-499', 'log-599', 'log-699', 'log-799']);
  expect(calls).toBe(5);
});

it('tells what happened between two moments', async () => {
  const { page, tenant } = await started(numbered(300));

  const found = await page({ from: '2026-09-30T09:55:00Z', to: '2026-09-30T10:00:00Z' });

  expect(found).toMatchObject({ ids: ids(121, 126), next: null, truncated: false });
  expect(tenant.calls).toHaveLength(3);
});

it('never tells what was done by the Management API, or to anyone else', async () => {
  const { page } = await started([
    entry(0, { type: 'sapi' }),
    entry(1, { user_id: 'auth0|someone-else' }),
    entry(2, { user_id: null }),
    entry(3, { description: 'CANARY', details: { request: 'CANARY' }, scope: 'CANARY' }),
  ]);

  const found = await page();

  expect(found.ids).toEqual(['log-3']);
  expect(JSON.stringify(found)).not.toContain('CANARY');
});

it('takes no cursor for another filter, person or admin', async () => {
  const { activity, page, addPerson, as, admin } = await started(numbered(70));
  const { next: cursor } = await page();
  const other = addPerson({ memberOf: 'Acme' });
  const colleague = await as(addPerson({ memberOf: 'Acme', role: 'auditor' }));
  const of = (client: typeof colleague, id: string) =>
    client.call(getActivity, { params: { userId: id as UserId }, query: { cursor } });

  const outcomes = [
    await outcomeOf(await activity({ cursor, group: 'password' })),
    await outcomeOf(await of(admin, other.user_id)),
    await outcomeOf(await of(colleague, userId)),
    await outcomeOf(await activity({ cursor: 'made-up' })),
  ];

  expect(outcomes).toEqual(Array(4).fill('400 invalid-cursor'));
});

it('reads no log of someone of another organization', async () => {
  const { activity, tenant } = await started(numbered(3), { memberOf: 'Globex' });

  const outcome = await outcomeOf(await activity());

  expect(outcome).toBe('404 user-not-found');
  expect(tenant.calls).toHaveLength(1);
});
