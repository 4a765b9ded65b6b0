import { expect, it } from 'vitest';
import { changeRoles, listRoles } from '#contract/roles.ts';
import type { UserId } from '#contract/user.ts';
import { audience } from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import { block, writes } from '../support/blocking.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

it('does not let an admin block himself', async () => {
  const started = await startProxy();

  const outcome = await outcomeOf(await block(started.admin, started.admin.person.user_id));

  expect(outcome).toBe('409 own-account');
  expect(writes(started)).toEqual([]);
});

it.each([
  ['a role that is more', { role: 'administrator' }],
  ['one permission more', { permissions: ['set:passwords'] }],
  ['a permission of our API that Steward does not know', { permissions: ['vendor:everything'] }],
] as const)('does not let an operator block someone with %s', async (_, rights) => {
  const started = await startProxy({ role: 'operator' });
  const person = started.addPerson({
    memberOf: 'Acme',
    ...rights,
    permissions: [...('permissions' in rights ? rights.permissions : [])],
  });

  const outcomes = [
    await outcomeOf(await block(started.admin, person.user_id)),
    await outcomeOf(await block(started.admin, person.user_id, false)),
  ];

  expect(outcomes).toEqual(['403 outranked', '403 outranked']);
  expect(writes(started)).toEqual([]);
});

it('finds the permission that ranks above him behind a hundred others', async () => {
  const started = await startProxy({ role: 'operator' });
  const others = Array.from({ length: 150 }, (_, index) => `p${index}`);
  const person = started.addPerson({
    memberOf: 'Acme',
    record: {
      permissions: [...others, 'zz'].map((permission_name) => ({
        resource_server_identifier:
          permission_name === 'zz' ? 'https://steward.example/api' : 'https://orbit.example/api',
        permission_name,
      })),
    },
  });

  const outcome = await outcomeOf(await block(started.admin, person.user_id));

  expect(outcome).toBe('403 outranked');
});

it.each(['operator', 'helpdesk'] as const)(
  'lets an operator block someone who may not do more: %s',
  async (role) => {
    const started = await startProxy({ role: 'administrator' });
    const person = started.addPerson({ memberOf: 'Acme', role });

    const outcome = await outcomeOf(await block(started.admin, person.user_id));

    expect(outcome).toBe('200');
  },
);

it('does not block a person who belongs to other organizations too', async () => {
  const started = await startProxy();
  const person = started.addPerson({ memberOf: ['Acme', 'Globex'] });

  const response = await block(started.admin, person.user_id);

  expect(await outcomeOf(response)).toBe('409 shared-user');
  expect(await response.text()).not.toMatch(/Globex/);
  expect(writes(started)).toEqual([]);
});

it('does not take someone for harmless of whose rights the tenant knows nothing', async () => {
  let isKnown = false;
  const started = await startProxy({
    role: 'operator',
    between: async (request, pass) =>
      isKnown && request.url.includes('/permissions')
        ? Response.json({ statusCode: 404, error: 'Not Found' }, { status: 404 })
        : pass(request),
  });
  const person = started.addPerson({ memberOf: 'Acme', role: 'administrator' });
  await started.admin.send('/me');
  isKnown = true;

  const outcome = await outcomeOf(await block(started.admin, person.user_id));

  expect(outcome).toBe('404 user-not-found');
  expect(writes(started)).toEqual([]);
});

it('knows of rights that someone was given while he himself signed in', async () => {
  const hold = Promise.withResolvers<void>();
  const reading = Promise.withResolvers<void>();
  let isFirst = true;
  let isKnown = false;
  const started = await startProxy({
    role: 'operator',
    async between(request, pass) {
      const response = await pass(request);
      if (!isKnown || !isFirst || !request.url.includes('/permissions')) return response;
      isFirst = false;
      reading.resolve();
      await hold.promise;
      return response;
    },
  });
  await started.admin.send('/me');
  isKnown = true;
  const person = await started.as(started.addPerson({ memberOf: 'Acme', role: 'helpdesk' }));
  const signingIn = person.send('/me');
  await reading.promise;

  started.addPerson({ role: 'administrator', profile: person.person });
  const outcome = await outcomeOf(await block(started.admin, person.person.user_id));
  hold.resolve();
  await signingIn;

  expect(outcome).toBe('403 outranked');
  expect(writes(started)).toEqual([]);
});

it('gives no role that has got a right which the admin has not since he saw it', async () => {
  let more: object[] = [];
  const role = roleId('Billing viewer');
  const started = await startProxy({
    config: { policy: definePolicy({ roles: () => ['Billing viewer'] }) },
    async between(request, pass) {
      const response = await pass(request);
      if (!request.url.includes(`/roles/${role}/permissions`)) return response;
      return Response.json([...(await response.json()), ...more]);
    },
  });
  const client = await started.as(
    started.addPerson({ memberOf: 'Acme', permissions: ['read:users', 'manage:roles'] }),
  );
  const person = started.addPerson({ memberOf: 'Acme' });
  const seen = await (await client.call(listRoles, {})).json();

  more = [{ resource_server_identifier: audience, permission_name: 'delete:users' }];
  const response = await client.call(changeRoles, {
    params: { userId: person.user_id as UserId },
    body: { roles: [role], seen: [] },
  });

  expect(seen.roles).toMatchObject([{ id: role }]);
  expect(seen.roles[0].locked).toBeUndefined();
  expect(await outcomeOf(response)).toBe('403 role-refused');
  expect(started.tenant.record(person.user_id)?.roles).toEqual([]);
});
