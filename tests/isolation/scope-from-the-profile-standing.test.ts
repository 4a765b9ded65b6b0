import { expect, it } from 'vitest';
import { getMe, listUsers } from '#contract/routes.ts';
import { getUser, setUserBlocked } from '#contract/user-routes.ts';
import { audience } from '#mocks/seed/names.ts';
import { everyRoute } from '../support/every-route.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

type Started = Awaited<ReturnType<typeof startProxy>>;

async function outcomes({ admin }: Started): Promise<string[]> {
  const requests = everyRoute(admin.person.user_id).map(async ({ path, init }) =>
    outcomeOf(await admin.send(path, init)),
  );
  return [...new Set(await Promise.all(requests))];
}

const losses: [string, (started: Started) => void][] = [
  ['is blocked', ({ tenant, admin }) => tenant.changeUser(admin.person.user_id, { blocked: true })],
  ['is deleted', ({ tenant, admin }) => tenant.removeUser(admin.person.user_id)],
  [
    'loses his organization',
    ({ tenant, admin }) => tenant.changeUser(admin.person.user_id, { app_metadata: {} }),
  ],
  ['loses his roles', (started) => giveRole(started, undefined)],
];

/** Saved anew, the admin is the same person with other roles. */
function giveRole(
  { addPerson, admin }: Pick<Started, 'addPerson' | 'admin'>,
  role: 'auditor' | 'administrator' | undefined,
) {
  addPerson({ role, profile: admin.person });
}

it.each(losses)('shuts out an admin who %s, within a minute, although his token lives', async (_, lose) => {
  const started = await startProxy();
  expect(await outcomeOf(await started.admin.call(getMe, {}))).toBe('200');

  lose(started);
  started.clock.now += 60_000;

  expect(await outcomes(started)).toEqual(['403 not-an-admin']);
});

it('shuts out an admin at once whom another admin blocks', async () => {
  const started = await startProxy();
  const other = await started.as(started.addPerson({ memberOf: 'Acme', role: 'administrator' }));
  expect(await outcomeOf(await other.call(getMe, {}))).toBe('200');

  await started.admin.call(setUserBlocked, {
    params: { userId: other.person.user_id },
    body: { blocked: true },
  });

  expect(await outcomes({ ...started, admin: other })).toEqual(['403 not-an-admin']);
});

it('turns away an admin who was blocked before his first request', async () => {
  const started = await startProxy();

  started.tenant.changeUser(started.admin.person.user_id, { blocked: true });

  expect(await outcomes(started)).toEqual(['403 not-an-admin']);
});

it('takes away what an admin may no longer do, within a minute', async () => {
  const started = await startProxy();
  const { admin, addPerson, tenant, clock } = started;
  const member = addPerson({ memberOf: 'Acme' });
  const act = { params: { userId: member.user_id }, body: { blocked: true } };
  await admin.call(getMe, {});

  giveRole(started, 'auditor');
  clock.now += 60_000;
  const outcome = await outcomeOf(await admin.call(setUserBlocked, act));

  expect(outcome).toBe('403 permission-missing');
  expect(tenant.user(member.user_id)?.blocked).toBeUndefined();
});

it('gives an admin nothing that his token does not hold yet', async () => {
  const started = await startProxy({ role: 'auditor' });
  const { admin, addPerson, clock } = started;
  const member = addPerson({ memberOf: 'Acme' });
  giveRole(started, 'administrator');

  clock.now += 60_000;
  const act = { params: { userId: member.user_id }, body: { blocked: true } };
  const outcome = await outcomeOf(await admin.call(setUserBlocked, act));

  expect(outcome).toBe('403 permission-missing');
});

it('counts only permissions of its own API', async () => {
  const { addPerson, as } = await startProxy();
  const person = addPerson({
    memberOf: 'Acme',
    permissions: ['read:audit'],
    record: {
      permissions: [
        { resource_server_identifier: audience, permission_name: 'read:audit' },
        { resource_server_identifier: 'https://orbit.example/api', permission_name: 'read:users' },
      ],
    },
  });

  const { permissions } = await (await (await as(person)).call(getMe, {})).json();

  expect(permissions).toEqual(['read:audit']);
});

it('reads all of an admin’s permissions, however many there are', async () => {
  const { addPerson, as } = await startProxy();
  const others = Array.from({ length: 250 }, (_, index) => ({
    resource_server_identifier: 'https://orbit.example/api',
    permission_name: `p${index}`,
  }));
  const person = addPerson({
    memberOf: 'Acme',
    record: {
      permissions: [...others, { resource_server_identifier: audience, permission_name: 'read:users' }],
    },
  });

  const response = await (await as(person)).call(getMe, {});

  expect(await response.json()).toMatchObject({ permissions: ['read:users'] });
});

it('turns away a person without any permission', async () => {
  const { addPerson, as } = await startProxy();
  const client = await as(addPerson({ memberOf: 'Acme' }));

  const outcome = await outcomeOf(await client.call(getMe, {}));

  expect(outcome).toBe('403 not-an-admin');
});

it.each([
  ['read the list', listUsers, {}],
  ['read a user', getUser, { params: { userId: 'auth0|x' } }],
] as const)('lets nobody %s without the permission', async (_, route, input) => {
  const { addPerson, as, tenant } = await startProxy();
  const client = await as(addPerson({ memberOf: 'Acme', permissions: ['read:audit'] }));
  await client.call(getMe, {});
  const before = tenant.calls.length;

  const outcome = await outcomeOf(await client.call(route, input));

  expect(outcome).toBe('403 permission-missing');
  expect(tenant.calls.slice(before)).toEqual([]);
});

it('asks for an admin’s standing once a minute, however much he asks', async () => {
  const { admin, tenant, clock } = await startProxy();

  await Promise.all([admin.call(getMe, {}), admin.call(getMe, {}), admin.call(getMe, {})]);
  const first = tenant.calls.length;
  clock.now += 59_999;
  await admin.call(getMe, {});
  const second = tenant.calls.length;

  expect([first, second]).toEqual([3, 3]);
});
