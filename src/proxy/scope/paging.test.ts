import { expect, it } from 'vitest';
import type { UserListQuery } from '#contract/search.ts';
import type { Client, Seed, TenantUser, UserRecord } from '#tenant/model.ts';
import { createTenant, type Tenant } from '#tenant/tenant.ts';
import { createCursorCodec } from './cursor.ts';
import { planPage, type ReadPage, readPage, type UserListing } from './paging.ts';

const url = 'https://tenant.example';
const codec = createCursorCodec('a secret of more than thirty-two characters');
const noon = Date.parse('2026-01-01T12:00:00.000Z');

const proxy: Client = {
  client_id: 'proxy',
  client_secret: 'secret',
  name: 'Proxy',
  app_type: 'non_interactive',
  callbacks: [],
  allowed_logout_urls: [],
  web_origins: [],
  grant_types: ['client_credentials'],
  token_endpoint_auth_method: 'client_secret_post',
  grants: { [`${url}/api/v2/`]: ['read:users'] },
};

/** A member of Acme, made so many milliseconds before noon. */
function member(number: number, madeBefore: number, organization = 'Acme'): UserRecord {
  const id = String(number).padStart(24, '0');
  const time = new Date(noon - madeBefore).toISOString();
  return {
    profile: {
      user_id: `auth0|${id}`,
      identities: [{ connection: 'Database', provider: 'auth0', user_id: id, isSocial: false }],
      created_at: time,
      updated_at: time,
      name: `Person ${number % 7}`,
      email: `person-${number}@acme.example`,
      app_metadata: { organization },
    },
  };
}

async function startTenant(users: UserRecord[]) {
  const seed: Seed = {
    clients: [proxy],
    connections: [],
    resourceServers: [],
    roles: [],
    organizations: [],
    users,
  };
  const tenant = createTenant({ url, seed });
  const answer = await tenant.fetch(
    new Request(`${url}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: 'proxy',
        client_secret: 'secret',
        audience: `${url}/api/v2/`,
      }),
    }),
  );
  const { access_token: token } = await answer.json();
  return {
    tenant,
    list: (query: UserListQuery, change?: Partial<UserListing>) => list(tenant, token, query, change),
  };
}

const listing: Omit<UserListing, 'query'> = {
  scope: 'app_metadata.organization:"Acme"',
  filter: null,
  subject: 'auth0|admin',
  organization: 'Acme',
};

type Page = ReadPage<TenantUser>;

async function list(
  tenant: Tenant,
  token: string,
  query: UserListQuery,
  change?: Partial<UserListing>,
): Promise<Page> {
  const plan = await planPage({ ...listing, query, ...change }, codec);
  const { q, sort, page, per_page, include_totals } = plan;
  const parameters = { q, sort, page, per_page, include_totals, search_engine: 'v3' };
  const address = new URL(`${url}/api/v2/users`);
  for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, String(value));
  const response = await tenant.fetch(
    new Request(address, { headers: { authorization: `Bearer ${token}` } }),
  );
  if (!response.ok) throw new Error(await response.text());
  return readPage(plan, await response.json());
}

type List = (query: UserListQuery) => Promise<Page>;

async function walk(list: List, query: UserListQuery, from: Page, way: 'next' | 'previous'): Promise<Page[]> {
  const pages = [from];
  for (let page = from; page[way] !== null; ) {
    page = await list({ ...query, cursor: page[way] });
    pages.push(page);
    if (pages.length > 200) throw new Error('The walk does not end');
  }
  return pages;
}

function idsOf(pages: Page[]): string[] {
  return pages.flatMap(({ users }) => users.map((user) => user.user_id));
}

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

it('shows nobody twice when users come and go while an admin turns pages', async () => {
  const { tenant, list } = await startTenant(
    Array.from({ length: 200 }, (_, number) => member(number, number)),
  );
  const first = await list({});
  tenant.addUser(member(900, -5));
  tenant.addUser(member(901, -6));
  for (const user of first.users.slice(0, 10)) tenant.removeUser(user.user_id);

  const second = await list({ cursor: first.next ?? '' });
  const rest = await walk(list, {}, second, 'next');
  const back = await walk(list, {}, second, 'previous');

  expect(idsOf(rest)).toHaveLength(150);
  expect(new Set([...idsOf([first]), ...idsOf(rest)]).size).toBe(200);
  const top = back.at(-1);
  expect(idsOf([top ?? first])).toHaveLength(42);
  expect(top).toMatchObject({ start: 0, total: 192, previous: null });
});

it('shows an empty page with a way back when all behind it are gone', async () => {
  const { tenant, list } = await startTenant(
    Array.from({ length: 60 }, (_, number) => member(number, number)),
  );
  const first = await list({});
  for (let number = 50; number < 60; number += 1) tenant.removeUser(member(number, 0).profile.user_id);

  const second = await list({ cursor: first.next ?? '' });
  const back = await list({ cursor: second.previous ?? '' });

  expect(second).toMatchObject({ users: [], total: 50, start: 50, next: null });
  expect(idsOf([back])).toEqual(idsOf([first]));
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

it.each<[string, Partial<UserListing>, UserListQuery]>([
  ['another admin', { subject: 'auth0|other' }, {}],
  ['another organization', { organization: 'Globex' }, {}],
  ['another scope', { scope: 'app_metadata.organization:"Globex"' }, {}],
  ['another search', { filter: 'blocked:true' }, {}],
  ['another order', {}, { sort: 'created_at:1' }],
  ['another page size', {}, { per_page: '25' }],
])('refuses a cursor that was made for %s', async (_, change, query) => {
  const { list } = await startTenant(Array.from({ length: 60 }, (_, number) => member(number, number)));
  const { next } = await list({});

  const answer = list({ ...query, cursor: next ?? '' }, change);

  await expect(answer).rejects.toMatchObject({ type: 'invalid-cursor' });
});

it.each(['', 'x', '💥', 'a'.repeat(8192)])('refuses the cursor %j', async (cursor) => {
  const answer = planPage({ ...listing, query: { cursor } }, codec);

  await expect(answer).rejects.toMatchObject({ type: 'invalid-cursor' });
});

it('makes no plan without a scope', async () => {
  const answer = planPage({ ...listing, scope: ' ', query: {} }, codec);

  await expect(answer).rejects.toThrow('without a scope');
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
