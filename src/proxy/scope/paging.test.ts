import { expect, it } from 'vitest';
import type { UserListQuery } from '#contract/search.ts';
import type { UserRecord } from '#tenant/model.ts';
import { idsOf, member, startTenant, walk } from '#tests/support/paged-tenant.ts';

/** 2,500 members, in crowds made in the same millisecond, and some outsiders among them. */
function manyUsers(): UserRecord[] {
  const crowds = [1, 1, 30, 1, 120, 2, 400, 60, 60, 1, 80, 100];
  const users: UserRecord[] = [];
  for (let time = 0; users.length < 2500; time += 1) {
    const crowd = Math.min(crowds[time % crowds.length] ?? 1, 2500 - users.length);
    for (let count = 0; count < crowd; count += 1) users.push(member(users.length, time));
  }
  const outsiders = Array.from({ length: 300 }, (_, number) =>
    member(10_000 + number, number % 50, 'Globex'),
  );
  return [...users, ...outsiders];
}

it.each([
  ['created_at:-1', '25'],
  ['created_at:-1', '50'],
  ['created_at:-1', '100'],
  ['created_at:1', '50'],
] as const)('walks 2,500 users by %s, %s a page, to the end and back, each once', async (sort, per_page) => {
  const { tenant, list } = await startTenant(manyUsers());
  const query = { sort, per_page };

  const there = await walk(list, query, await list(query), 'next');
  const end = there.at(-1);
  const back = end ? (await walk(list, query, end, 'previous')).toReversed() : [];

  for (const pages of [there, back]) {
    expect(new Set(idsOf(pages)).size).toBe(2500);
    expect(idsOf(pages)).toHaveLength(2500);
    expect(pages.map((page) => page.total)).toEqual(pages.map(() => 2500));
    expect(pages.map((page) => page.start)).toEqual(pages.map((_, index) => index * Number(per_page)));
    const times = pages.flatMap((page) => page.users.map((user) => user.created_at));
    expect(times).toEqual(sort === 'created_at:1' ? times.toSorted() : times.toSorted().reverse());
    expect(pages.some((page) => page.truncated)).toBe(false);
  }
  expect(there[0]?.previous).toBeNull();
  expect(back[0]?.previous).toBeNull();
  expect(tenant.calls.filter((call) => call.path === '/api/v2/users')).toHaveLength(
    there.length + back.length - 1,
  );
});

it('goes on after the first thousand without counting', async () => {
  const { tenant, list } = await startTenant(
    Array.from({ length: 1500 }, (_, number) => member(number, number)),
  );

  await walk(list, {}, await list({}), 'next');

  const pages = tenant.calls.map((call) => new URLSearchParams(call.query).get('page'));
  expect(pages).toEqual(pages.map(() => '0'));
});

it('turns round in the middle and gives the same pages again', async () => {
  const { list } = await startTenant(Array.from({ length: 200 }, (_, number) => member(number, number)));
  const pages = await walk(list, {}, await list({}), 'next');

  const back = await list({ cursor: pages[3]?.previous ?? '' });
  const again = await list({ cursor: back.next ?? '' });

  expect(idsOf([back])).toEqual(idsOf(pages.slice(2, 3)));
  expect(idsOf([again])).toEqual(idsOf(pages.slice(3, 4)));
  expect([back.start, again.start]).toEqual([100, 150]);
});

it('stops at the thousandth user in the orders of which Auth0 gives no more, and says so', async () => {
  const { list } = await startTenant(Array.from({ length: 1200 }, (_, number) => member(number, number)));
  const query = { sort: 'email:1', per_page: '100' } as const;

  const pages = await walk(list, query, await list(query), 'next');
  const end = pages.at(-1);
  const back = end ? await walk(list, query, end, 'previous') : [];

  expect(new Set(idsOf(pages)).size).toBe(1000);
  expect(pages.map((page) => page.truncated)).toEqual(pages.map(() => true));
  expect(end).toMatchObject({ start: 900, total: 1200, next: null });
  expect(idsOf(back.toReversed())).toEqual(idsOf(pages));
});

it('is not truncated when all are within reach', async () => {
  const { list } = await startTenant(Array.from({ length: 60 }, (_, number) => member(number, number)));

  const pages = await walk(list, { sort: 'name:-1' }, await list({ sort: 'name:-1' }), 'next');

  expect(pages.map(({ truncated, start, users }) => [truncated, start, users.length])).toEqual([
    [false, 0, 50],
    [false, 50, 10],
  ]);
});

it('stops when more than a thousand were made in the same millisecond, and says so', async () => {
  const { list } = await startTenant(Array.from({ length: 1100 }, (_, number) => member(number, 0)));

  const pages = await walk(list, {}, await list({}), 'next');

  expect(new Set(idsOf(pages)).size).toBe(idsOf(pages).length);
  expect(idsOf(pages).length).toBeGreaterThanOrEqual(1000);
  expect(pages.at(-1)).toMatchObject({ truncated: true, next: null });
});

it.each([
  ['nobody', 0, 1],
  ['one page exactly', 50, 1],
  ['two pages exactly', 100, 2],
])('ends well with %s', async (_, count, expected) => {
  const { list } = await startTenant(Array.from({ length: count }, (_, number) => member(number, number)));

  const pages = await walk(list, {}, await list({}), 'next');

  expect(pages).toHaveLength(expected);
  expect(idsOf(pages)).toHaveLength(count);
  expect(pages[0]).toMatchObject({ total: count, start: 0, previous: null });
});

it('keeps search and scope around every page', async () => {
  const { list } = await startTenant([
    ...Array.from({ length: 200 }, (_, number) => member(number, number)),
    ...Array.from({ length: 200 }, (_, number) => member(1000 + number, number, 'Globex')),
  ]);
  const change = { filter: '(name:"Person 1" OR name:"Person 2")' };
  const found = (query: UserListQuery) => list(query, change);

  const pages = await walk(found, { per_page: '25' }, await found({ per_page: '25' }), 'next');

  expect(pages.length).toBeGreaterThan(2);
  for (const user of pages.flatMap((page) => page.users)) {
    expect(user.app_metadata).toEqual({ organization: 'Acme' });
    expect(['Person 1', 'Person 2']).toContain(user.name);
  }
});

it('keeps every cursor and every address short, however long the ids', async () => {
  const users = Array.from({ length: 300 }, (_, number) => {
    const record = member(number, Math.floor(number / 90));
    record.profile.user_id = `samlp|${'é'.repeat(120)}|${number}`;
    return record;
  });
  const { tenant, list } = await startTenant(users);

  const pages = await walk(list, { per_page: '25' }, await list({ per_page: '25' }), 'next');

  expect(new Set(idsOf(pages)).size).toBe(300);
  expect(Math.max(...pages.map(({ next }) => next?.length ?? 0))).toBeLessThan(8192);
  expect(Math.max(...tenant.calls.map(({ query }) => query.length))).toBeLessThan(4500);
});

it('forgets none of a crowd whose ids are too long to name on one page and short on the next', async () => {
  const crowd = Array.from({ length: 100 }, (_, number) => {
    const record = member(number, 0);
    record.profile.user_id = number < 25 ? `a|${'x'.repeat(200)}${number}` : `b|${number}`;
    return record;
  });
  const { list } = await startTenant(crowd);
  const query = { sort: 'created_at:1', per_page: '25' } as const;

  const pages = await walk(list, query, await list(query), 'next');

  expect(idsOf(pages)).toHaveLength(100);
  expect(new Set(idsOf(pages)).size).toBe(100);
});
