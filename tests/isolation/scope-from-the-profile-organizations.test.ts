import { expect, it } from 'vitest';
import { getMe, listUsers } from '#contract/routes.ts';
import { getUser } from '#contract/user-routes.ts';
import { everyRoute } from '../support/every-route.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

async function namesIn(response: Response): Promise<string[]> {
  const { users } = await response.json();
  return users.map((user: { name: string }) => user.name).toSorted();
}

async function twoOrganizations() {
  const started = await startProxy({ adminOf: ['Acme', 'Globex'] });
  started.addPerson({ memberOf: 'Acme', profile: { name: 'In Acme' } });
  started.addPerson({ memberOf: 'Globex', profile: { name: 'In Globex' } });
  started.addPerson({ memberOf: 'Initech', profile: { name: 'In Initech' } });
  return started;
}

it.each(['Acme', 'Globex'])(
  'shows an admin of two organizations only %s when he acts there',
  async (organization) => {
    const { admin } = await twoOrganizations();

    const names = await namesIn(await admin.call(listUsers, {}, { organization }));

    expect(names).toEqual(['Ada Admin', `In ${organization}`]);
  },
);

it('does not find a member of his other organization while he acts in this one', async () => {
  const { admin, addPerson } = await twoOrganizations();
  const { user_id: userId } = addPerson({ memberOf: 'Globex' });

  const here = await admin.call(getUser, { params: { userId } }, { organization: 'Acme' });
  const there = await admin.call(getUser, { params: { userId } }, { organization: 'Globex' });

  expect([await outcomeOf(here), await outcomeOf(there)]).toEqual(['404 user-not-found', '200']);
});

it('gives each his own page when two organizations ask at the same time', async () => {
  const started = await startProxy({
    adminOf: ['Acme', 'Globex'],
    // Both searches are under way together: equal ones would be made one.
    between: (request, pass) => new Promise((resolve) => setImmediate(() => resolve(pass(request)))),
  });
  const { admin, addPerson } = started;
  for (const name of ['One', 'Two']) addPerson({ memberOf: 'Globex', profile: { name } });
  await admin.call(getMe, {});

  const pages = await Promise.all(
    ['Acme', 'Globex'].map(async (organization) =>
      (await admin.call(listUsers, {}, { organization })).json(),
    ),
  );

  expect(pages.map(({ total, users }) => [total, users.length])).toEqual([
    [1, 1],
    [3, 3],
  ]);
});

it('asks him to choose when he names none, and tells him between which', async () => {
  const { admin } = await twoOrganizations();

  const list = await outcomeOf(await admin.call(listUsers, {}));
  const me = await (await admin.call(getMe, {})).json();

  expect(list).toBe('400 organization-required');
  expect(me).toMatchObject({ organization: null, organizations: [{ id: 'Acme' }, { id: 'Globex' }] });
});

it.each(['Initech', 'acme', 'Acme ', 'Acme Labs', 'Acme,Globex', '*', 'Аcme', 'undefined'])(
  'refuses the organization %j on every route, before the tenant is asked for anyone',
  async (organization) => {
    const { admin, tenant } = await twoOrganizations();
    await admin.call(getMe, {});
    const before = tenant.calls.length;

    const requests = everyRoute(admin.person.user_id).map(async ({ path, init }) =>
      outcomeOf(await admin.send(path, { ...init, organization })),
    );

    expect(new Set(await Promise.all(requests))).toEqual(new Set(['403 organization-refused']));
    expect(tenant.calls.slice(before)).toEqual([]);
  },
);

it.each([
  ['sent twice', 'Acme, Acme'],
  ['empty', ''],
  ['a broken escape', 'Acme%2'],
  ['not UTF-8', 'Acme%FF'],
  ['not escaped', 'Zo\u00eb'],
  ['a space', 'Acme Labs'],
])('refuses a header that is %s', async (_, value) => {
  const { admin } = await twoOrganizations();

  const response = await admin.send('/me', { headers: { 'steward-organization': value } });

  expect(await outcomeOf(response)).toBe('400 invalid-request');
});

it.each(['株式会社さくら', 'Zoë & Söhne "Süd" (AND/OR) \\ Co: *', '" OR user_id:*', 'a\\', '%2C', '👩‍👩‍👧'])(
  'keeps the organization %s to itself',
  async (organization) => {
    const { admin, addPerson } = await startProxy({ adminOf: [organization, 'Other'] });
    addPerson({ memberOf: organization, profile: { name: 'Member' } });
    addPerson({ memberOf: 'Globex', profile: { name: 'Stranger' } });

    const names = await namesIn(await admin.call(listUsers, {}, { organization }));

    expect(names).toEqual(['Ada Admin', 'Member']);
  },
);

it.each([
  ['a number', 7],
  ['a list with a number', ['Acme', 7]],
  ['an empty text', ''],
  ['an object', { id: 'Acme' }],
])('takes a profile whose organization is %s for none', async (_, value) => {
  const { addPerson, as } = await startProxy();
  const person = addPerson({ role: 'administrator', profile: { app_metadata: { organization: value } } });

  const outcome = await outcomeOf(await (await as(person)).call(getMe, {}));

  expect(outcome).toBe('403 not-an-admin');
});

it('takes no organization from query, body or token', async () => {
  const { admin, tenant, addPerson } = await startProxy({ adminOf: 'Acme' });
  const stranger = addPerson({ memberOf: 'Globex' });

  const inQuery = await outcomeOf(await admin.send('/users?organization=Globex'));
  const inBody = await outcomeOf(
    await admin.send(`/users/${encodeURIComponent(stranger.user_id)}/blocked`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"blocked":true,"organization":"Globex"}',
    }),
  );

  expect([inQuery, inBody]).toEqual(['400 invalid-request', '400 invalid-request']);
  expect(tenant.user(stranger.user_id)?.blocked).toBeUndefined();
});
