import { expect, it } from 'vitest';
import { changeRoles, listRoles } from '#contract/roles.ts';
import { getMe } from '#contract/routes.ts';
import type { UserId } from '#contract/user.ts';
import { audience } from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { TenantUser } from '#tenant/model.ts';
import { writes } from '#tests/support/blocking.ts';
import { outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';

const policy = definePolicy({
  roles: () => [
    'Administrator',
    'Operator',
    'Helpdesk',
    'Billing viewer',
    'Billing manager',
    { role: 'Project editor', locked: 'Ask your vendor.' },
  ],
});
const [administrator, operator, helpdesk, viewer, manager, editor, auditor] = [
  'Administrator',
  'Operator',
  'Helpdesk',
  'Billing viewer',
  'Billing manager',
  'Project editor',
  'Auditor',
].map(roleId) as [string, string, string, string, string, string, string];

async function started(options: StartOptions & { has?: string[]; person?: Partial<TenantUser> } = {}) {
  const { has = [], person, ...rest } = options;
  const proxy = await startProxy({ ...rest, config: { policy, ...rest.config } });
  const member = proxy.addPerson({ memberOf: 'Acme', profile: person, record: { roles: has } });
  const userId = member.user_id as UserId;
  await proxy.admin.call(getMe, {});
  proxy.tenant.calls.length = 0;
  const change = (roles: string[], seen: string[] = has, id = userId) =>
    proxy.admin.call(changeRoles, { params: { userId: id }, body: { roles, seen } });
  const held = () => proxy.tenant.record(userId)?.roles?.toSorted();
  return { ...proxy, userId, change, held };
}

it('shows the roles of the policy, and locks what is above the admin or the vendor keeps', async () => {
  const { as, addPerson } = await started();
  const client = await as(
    addPerson({
      memberOf: 'Acme',
      permissions: ['read:users', 'manage:roles', 'read:activity', 'reset:credentials'],
    }),
  );

  const { roles } = await (await client.call(listRoles, {})).json();

  expect(roles.map(({ name, locked, reason }: Record<string, string>) => [name, locked, reason])).toEqual([
    ['Administrator', 'outranked', undefined],
    ['Operator', 'outranked', undefined],
    ['Helpdesk', undefined, undefined],
    ['Billing viewer', undefined, undefined],
    ['Billing manager', undefined, undefined],
    ['Project editor', 'policy', 'Ask your vendor.'],
  ]);
});

it('shows no role where the policy names none', async () => {
  const { admin } = await started({ config: { policy: definePolicy({}) } });

  const { roles } = await (await admin.call(listRoles, {})).json();

  expect(roles).toEqual([]);
});

it('asks for roles and what they allow once a minute', async () => {
  const { admin, tenant, clock } = await started();

  await admin.call(listRoles, {});
  const first = tenant.calls.length;
  await admin.call(listRoles, {});
  const second = tenant.calls.length;
  clock.now += 60_000;
  await admin.call(getMe, {});
  const before = tenant.calls.length;
  await admin.call(listRoles, {});

  // The list, and six roles that are shown.
  expect([first, second - first, tenant.calls.length - before]).toEqual([7, 0, 7]);
});

it('gives and takes roles at once, and tells which he has', async () => {
  const { change, held, audit } = await started({ has: [viewer, helpdesk] });

  const { roles } = await (await change([manager, helpdesk])).json();

  expect(held()).toEqual([manager, helpdesk].toSorted());
  expect(roles.map(({ id }: { id: string }) => id).toSorted()).toEqual(held());
  expect(audit.entries).toMatchObject([
    {
      act: 'changeRoles',
      before: { roles: [{ name: 'Billing viewer' }, { name: 'Helpdesk' }] },
      after: { roles: [{ name: 'Helpdesk' }, { name: 'Billing manager' }] },
      outcome: 'done',
    },
  ]);
});

it('leaves alone what another admin gave and took meanwhile', async () => {
  const { change, held } = await started({ has: [manager, helpdesk] });

  const outcome = await outcomeOf(await change([viewer, operator], [viewer]));

  expect(outcome).toBe('200');
  expect(held()).toEqual([manager, helpdesk, operator].toSorted());
});

it('writes nothing when there is nothing to change', async () => {
  const started_ = await started({ has: [viewer] });

  const outcomes = [
    await outcomeOf(await started_.change([viewer])),
    await outcomeOf(await started_.change([viewer, viewer], [])),
    await outcomeOf(await started_.change([], [manager])),
  ];

  expect(outcomes).toEqual(['200', '200', '200']);
  expect(writes(started_)).toEqual([]);
});

it.each([
  ['a role that the policy hides', auditor],
  ['a role that the vendor keeps', editor],
  ['a role of nobody', 'rol_0000000000000001'],
  ['no id of a role', '../permissions'],
])('neither gives nor takes %s', async (_, role) => {
  const giving = await started();
  const taking = await started({ has: [auditor, editor, viewer] });

  const outcomes = [
    await outcomeOf(await giving.change([role, viewer])),
    await outcomeOf(await taking.change([], [role, viewer])),
  ];

  const isTheirs = role === auditor || role === editor;
  expect(outcomes).toEqual(['403 role-refused', isTheirs ? '403 role-refused' : '200']);
  expect(writes(giving)).toEqual([]);
  expect(giving.audit.entries).toMatchObject([{ outcome: 'refused', problem: 'role-refused' }]);
});

it('tells a hidden role from none by nothing', async () => {
  const { change } = await started();
  const answer = async (role: string) => {
    const { instance: _, ...problem } = await (await change([role])).json();
    return problem;
  };

  expect(await answer(auditor)).toEqual(await answer('rol_0000000000000001'));
});

it('gives nobody more than the admin has himself', async () => {
  const { as, addPerson, userId, tenant } = await started({ has: [] });
  const client = await as(
    addPerson({
      memberOf: 'Acme',
      permissions: ['manage:roles', 'read:users', 'read:activity', 'reset:credentials'],
    }),
  );
  const give = async (role: string) =>
    outcomeOf(await client.call(changeRoles, { params: { userId }, body: { roles: [role], seen: [] } }));

  const outcomes = [
    await give(administrator),
    await give(operator),
    await give(helpdesk),
    await give(viewer),
  ];

  expect(outcomes).toEqual(['403 role-refused', '403 role-refused', '200', '200']);
  expect(tenant.record(userId)?.roles).toEqual([helpdesk, viewer]);
});

it('knows within a minute of a right that was added to a role', async () => {
  let isMore = false;
  const { change, clock, admin } = await started({
    async between(request, pass) {
      const response = await pass(request);
      if (!isMore || !request.url.includes(`/roles/${operator}/permissions`)) return response;
      const more = { resource_server_identifier: audience, permission_name: 'vendor:everything' };
      return Response.json([...(await response.json()), more]);
    },
  });
  await change([helpdesk]);

  isMore = true;
  clock.now += 60_000;
  await admin.call(getMe, {});
  const outcome = await outcomeOf(await change([operator]));

  expect(outcome).toBe('403 role-refused');
});

it('finds the right that is above him behind a hundred others', async () => {
  const { change } = await started({
    async between(request, pass) {
      const { pathname, searchParams } = new URL(request.url);
      if (!pathname.endsWith(`/roles/${viewer}/permissions`)) return pass(request);
      const page = Number(searchParams.get('page'));
      const count = page === 0 ? 100 : 1;
      const api = page === 0 ? 'https://orbit.example/api' : audience;
      return Response.json(
        Array.from({ length: count }, (_, index) => ({
          resource_server_identifier: api,
          permission_name: `p${index}`,
        })),
      );
    },
  });

  const outcome = await outcomeOf(await change([viewer]));

  expect(outcome).toBe('403 role-refused');
});

it.each([
  ['himself', '409 own-account'],
  ['someone above him', '403 outranked'],
  ['a person of several organizations', '409 shared-user'],
  ['someone of another organization', '404 user-not-found'],
  ['nobody', '404 user-not-found'],
])('changes no roles of %s', async (who, expected) => {
  const started_ = await started();
  const { addPerson, admin } = started_;
  const others: Record<string, () => string> = {
    himself: () => admin.person.user_id,
    'someone above him': () => addPerson({ memberOf: 'Acme', permissions: ['vendor:everything'] }).user_id,
    'a person of several organizations': () => addPerson({ memberOf: ['Acme', 'Globex'] }).user_id,
    'someone of another organization': () => addPerson({ memberOf: 'Globex' }).user_id,
  };
  const id = (others[who]?.() ?? 'auth0|000000000000000000000000') as UserId;

  const outcome = await outcomeOf(await started_.change([viewer], [], id));

  expect(outcome).toBe(expected);
  expect(writes(started_)).toEqual([]);
});

it('tells nothing of someone who left the organization meanwhile', async () => {
  const started_ = await started({
    between(request, pass) {
      if (request.method === 'POST' && request.url.endsWith('/roles'))
        started_.tenant.changeUser(started_.userId, { app_metadata: { organization: 'Globex' } });
      return pass(request);
    },
  });

  const response = await started_.change([viewer]);

  expect(await outcomeOf(response)).toBe('404 user-not-found');
  expect(await response.text()).not.toContain('Billing');
});

it('tells the truth, in the answer and on record, when only half of it was done', async () => {
  const started_ = await started({
    has: [viewer],
    between: async (request, pass) =>
      request.method === 'POST' && request.url.endsWith('/roles')
        ? Response.json({ statusCode: 400, error: 'Bad Request', message: 'No' }, { status: 400 })
        : pass(request),
  });

  const response = await started_.change([manager]);

  expect(await outcomeOf(response)).toBe('502 auth0-refused');
  expect((await response.json()).detail).toMatch(/^Roles were taken/);
  expect(started_.held()).toEqual([]);
  expect(started_.audit.entries).toMatchObject([{ after: { roles: [] }, outcome: 'unknown' }]);
});

it('says that it was done when nobody could look afterwards', async () => {
  let isDone = false;
  const { change, held, audit } = await started({
    async between(request, pass) {
      if (isDone && request.method === 'GET')
        return Response.json({ statusCode: 400, error: 'Bad Request', message: 'No' }, { status: 400 });
      isDone ||= request.method === 'POST' && request.url.endsWith('/roles');
      return pass(request);
    },
  });

  const response = await change([viewer]);

  expect((await response.json()).detail).toMatch(/^This was done/);
  expect(held()).toEqual([viewer]);
  expect(audit.entries).toMatchObject([{ outcome: 'done' }]);
});

it('takes nothing when taking fails', async () => {
  const started_ = await started({
    has: [viewer],
    between: async (request, pass) =>
      request.method === 'DELETE'
        ? Response.json({ statusCode: 400, error: 'Bad Request', message: 'No' }, { status: 400 })
        : pass(request),
  });

  const outcome = await outcomeOf(await started_.change([manager]));

  expect(outcome).toBe('502 auth0-refused');
  expect(started_.held()).toEqual([viewer]);
  expect(started_.audit.entries).toMatchObject([
    { after: { roles: [{ name: 'Billing viewer' }] }, outcome: 'failed' },
  ]);
});

it('costs eight calls when the roles of the tenant are known', async () => {
  const { change, admin, tenant } = await started({ has: [viewer] });
  await admin.call(listRoles, {});
  tenant.calls.length = 0;

  await change([manager]);

  // He, his rights, his roles; what the new one allows; taking, giving; he and his roles again.
  expect(tenant.calls).toHaveLength(8);
});

it('lets an act be asked for by its permission alone', async () => {
  const { as, addPerson, userId } = await started();
  const client = await as(addPerson({ memberOf: 'Acme', role: 'operator' }));

  const outcome = await outcomeOf(
    await client.call(changeRoles, { params: { userId }, body: { roles: [viewer], seen: [] } }),
  );

  expect(outcome).toBe('403 permission-missing');
});
