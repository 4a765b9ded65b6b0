import { expect, it } from 'vitest';
import { routes } from '#contract/api.ts';
import { listAudit } from '#contract/audit.ts';
import { getMe, listUsers } from '#contract/routes.ts';
import { getUser, setUserBlocked } from '#contract/user-routes.ts';
import { anyOf, everyone, field, not } from '#proxy/policy/filter.ts';
import { definePolicy, type PolicyInput } from '#proxy/policy/policy.ts';
import { answerOf } from '../support/answer-of.ts';
import { requestFor } from '../support/every-route.ts';
import { outcomeOf, type StartOptions, startProxy } from '../support/start-proxy.ts';

const nobody = 'auth0|63d17c4a8869daf88ed7db97';
const department = { name: 'department', label: 'Department', path: 'app_metadata.department' };

/** An admin of Acme under a policy, a colleague in Sales whom he may see and one in Finance. */
async function start(policy: PolicyInput, between?: StartOptions['between']) {
  const started = await startProxy({
    adminOf: 'Acme',
    between,
    config: {
      policy: definePolicy({ fields: [department], passwords: 'temporary', deadlineMs: 50, ...policy }),
    },
  });
  const colleague = (name: string, where: string) =>
    started.addPerson({ profile: { name, app_metadata: { organization: 'Acme', department: where } } });
  const seen = colleague('Sally Sales', 'Sales');
  const hidden = colleague('Fiona Finance', 'Finance');
  await started.admin.call(getMe, {});
  return { ...started, seen, hidden };
}

const salesOnly: PolicyInput = { filter: () => field('app_metadata.department').is('Sales') };
const finance: PolicyInput = {
  access: ({ action, user }) => action !== 'readUser' || user.app_metadata?.department !== 'Finance',
};

const userRoutes = routes.filter(({ path }) => path.includes(':userId'));

it.each(userRoutes.map((route) => [route.name, route] as const))(
  'cannot tell whom the filter leaves out from nobody, by %s',
  async (_, route) => {
    const { admin, tenant, hidden } = await start(salesOnly);
    const before = structuredClone(tenant.user(hidden.user_id));
    const ask = async (userId: string) => {
      const { path, init } = requestFor(route, { userId });
      tenant.calls.length = 0;
      const answer = await answerOf(await admin.send(path, init));
      return { ...answer, calls: tenant.calls.map(({ method }) => method) };
    };

    const outside = await ask(hidden.user_id);
    const nowhere = await ask(nobody);

    expect(outside.status).toBe(404);
    expect(outside).toEqual(nowhere);
    expect(tenant.user(hidden.user_id)).toEqual(before);
  },
);

it.each(userRoutes.map((route) => [route.name, route] as const))(
  'cannot tell whom the policy lets nobody read from nobody, by %s',
  async (_, route) => {
    const { admin, tenant, hidden } = await start(finance);
    const before = structuredClone(tenant.user(hidden.user_id));
    const ask = async (userId: string) => {
      const { path, init } = requestFor(route, { userId });
      return answerOf(await admin.send(path, init));
    };

    const outside = await ask(hidden.user_id);
    const nowhere = await ask(nobody);

    expect(outside.status).toBe(404);
    expect(outside).toEqual(nowhere);
    expect(tenant.user(hidden.user_id)).toEqual(before);
  },
);

it.each(['', 'Fiona', 'department:Finance', 'name:Fiona* OR name:Sally*', 'NOT name:x', 'status:active'])(
  'lists, counts and finds only whom the filter leaves, by %j',
  async (q) => {
    const { admin } = await start(salesOnly);

    const { users, total } = await (await admin.call(listUsers, { query: { q } })).json();

    const names = users.map(({ name }: { name: string }) => name);
    expect(names.filter((name: string) => name !== 'Sally Sales')).toEqual([]);
    expect(total).toBe(names.length);
  },
);

it('judges again whom the search gives all the same', async () => {
  let proposed = 0;
  const { admin } = await start(salesOnly, async (request, pass) => {
    const url = request.url.replace(
      encodeURIComponent('app_metadata.department:"Sales"'),
      '_exists_%3Auser_id',
    );
    const response = await pass(new Request(url, request));
    if (url !== request.url) proposed = (await response.clone().json()).total;
    return response;
  });

  const { users, total } = await (await admin.call(listUsers, {})).json();

  expect(proposed).toBeGreaterThan(1);
  expect([users.map(({ name }: { name: string }) => name), total]).toEqual([['Sally Sales'], 1]);
});

it('lists those who have no page', async () => {
  const { admin, hidden } = await start(finance);

  const { users } = await (await admin.call(listUsers, { query: { q: 'Fiona' } })).json();

  expect(users).toMatchObject([{ user_id: hidden.user_id }]);
});

it('never widens the scope', async () => {
  const { admin, addPerson } = await start({
    filter: () => anyOf(everyone, not(field('app_metadata.organization').is('Acme'))),
    access: () => true,
  });
  const stranger = addPerson({ memberOf: 'Globex', profile: { name: 'Gil Globex' } });

  const page = await outcomeOf(await admin.call(getUser, { params: { userId: stranger.user_id } }));
  const { users } = await (await admin.call(listUsers, { query: { q: 'Gil' } })).json();

  expect(page).toBe('404 user-not-found');
  expect(users).toEqual([]);
});

it.each<[string, PolicyInput]>([
  ['throws', { filter: () => Promise.reject(new Error('Fiona')) }],
  ['is late', { filter: () => new Promise(() => {}) }],
  // What a vendor may write who has no types.
  ['answers a text', { filter: () => 'app_metadata.department:"Sales"' as never }],
  ['answers a path of its own', { filter: () => field('identities.provider' as never).is('auth0') }],
  ['answers Lucene for a path', { filter: () => field('name:x OR user_id' as never).is('*') }],
])('shows nobody when the filter %s, and tells the log without a name', async (_, policy) => {
  const { admin, seen, lines } = await start(policy);

  const { users, total } = await (await admin.call(listUsers, {})).json();
  const page = await outcomeOf(await admin.call(getUser, { params: { userId: seen.user_id } }));

  expect({ users, total }).toEqual({ users: [], total: 0 });
  expect(page).toBe('404 user-not-found');
  expect(JSON.stringify(lines)).toMatch(/"PolicyFailure","code":"filter (threw|late|nonsense)"/);
  expect(JSON.stringify(lines)).not.toContain('Fiona');
});

it('shows an admin who does not see everyone his own acts alone', async () => {
  const narrowed: PolicyInput = {
    filter: ({ admin }) =>
      admin.name === 'Ada Admin' ? field('app_metadata.department').is('Sales') : everyone,
  };
  const { admin, addPerson, as, seen, hidden } = await start(narrowed);
  const other = await as(addPerson({ memberOf: 'Acme', role: 'administrator', profile: { name: 'Otto' } }));
  await other.call(setUserBlocked, { params: { userId: hidden.user_id }, body: { blocked: true } });
  await admin.call(setUserBlocked, { params: { userId: seen.user_id }, body: { blocked: true } });

  const own = await (await admin.call(listAudit, {})).text();
  const whole = await (await other.call(listAudit, {})).text();
  const named = await (await admin.call(listAudit, { query: { actor: other.person.user_id } })).json();

  expect(own).toContain(seen.user_id);
  expect(own).not.toContain(hidden.user_id);
  expect(named.rows).toEqual([]);
  expect(whole).toContain(hidden.user_id);
});
