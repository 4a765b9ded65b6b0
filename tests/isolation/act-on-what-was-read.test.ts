import { expect, it } from 'vitest';
import { setUserBlocked } from '#contract/routes.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

type Started = Awaited<ReturnType<typeof startProxy>>;

function block(client: Started['admin'], userId: string, blocked = true): Promise<Response> {
  return client.call(setUserBlocked, { params: { userId }, body: { blocked } });
}

function writes({ tenant }: Started): string[] {
  return tenant.calls.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
}

it('blocks and unblocks a member, and tells how he is now', async () => {
  const started = await startProxy();
  const { user_id } = started.addPerson({ memberOf: 'Acme' });

  const blocked = await (await block(started.admin, user_id)).json();
  const unblocked = await (await block(started.admin, user_id, false)).json();

  expect([blocked.blocked, unblocked.blocked]).toEqual([true, false]);
  expect(started.tenant.user(user_id)?.blocked).toBe(false);
});

it('acts on the user as he is, not as search has him', async () => {
  const started = await startProxy();
  const member = started.addPerson({ memberOf: 'Acme' });
  started.tenant.faults.searchLagMs = 600_000;
  started.tenant.changeUser(member.user_id, { app_metadata: { organization: 'Globex' } });

  const outcome = await outcomeOf(await block(started.admin, member.user_id));

  expect(outcome).toBe('404 user-not-found');
  expect(writes(started)).toEqual([]);
});

it('does not act on what another request read before the user left', async () => {
  let moved = false;
  const hold = Promise.withResolvers<void>();
  const reading = Promise.withResolvers<void>();
  const started = await startProxy({
    async between(request, pass) {
      const response = await pass(request);
      const isFirstRead = !moved && request.method === 'GET' && request.url.endsWith(member.user_id.slice(6));
      if (isFirstRead) {
        reading.resolve();
        await hold.promise;
      }
      return response;
    },
  });
  const member = started.addPerson({ memberOf: 'Acme' });
  const earlier = started.admin.send(`/users/${encodeURIComponent(member.user_id)}`);
  await reading.promise;

  moved = true;
  started.tenant.changeUser(member.user_id, { app_metadata: { organization: 'Globex' } });
  const acting = block(started.admin, member.user_id);
  const outcome = await outcomeOf(await acting);
  hold.resolve();
  await earlier;

  expect(outcome).toBe('404 user-not-found');
  expect(writes(started)).toEqual([]);
});

it('tells nothing of a user who left while he was being blocked', async () => {
  const started = await startProxy({
    between(request, pass) {
      if (request.method === 'PATCH') {
        started.tenant.changeUser(member.user_id, { app_metadata: { organization: 'Globex' } });
      }
      return pass(request);
    },
  });
  const member = started.addPerson({ memberOf: 'Acme' });

  const outcome = await outcomeOf(await block(started.admin, member.user_id));

  expect(outcome).toBe('404 user-not-found');
  expect(started.audit.entries).toMatchObject([{ target: member.user_id, outcome: 'done' }]);
});

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
