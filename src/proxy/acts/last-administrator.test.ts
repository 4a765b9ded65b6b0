import { expect, it } from 'vitest';
import { changeRoles } from '#contract/roles.ts';
import { getMe } from '#contract/routes.ts';
import type { UserId } from '#contract/user.ts';
import { roleNames } from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { createProxy } from '#proxy/app.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import { block, type Started } from '#tests/support/blocking.ts';
import { clientOf, outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';

type Client = Started['admin'];

const policy = definePolicy({ roles: () => Object.values(roleNames) });

/** Two administrators of one organization: Ada, and Bob, who may come by a proxy of his own. */
async function started({ proxies = 1, ...options }: StartOptions & { proxies?: 1 | 2 } = {}) {
  const first = await startProxy({ ...options, config: { policy } });
  const { tenant, addPerson, config, world } = first;
  const ada = first.admin;
  const person = addPerson({ memberOf: 'Acme', role: 'administrator' });
  const token = await tenant.token(person.email ?? '');
  const proxy = proxies === 1 ? first.proxy : createProxy(config, world);
  const bob: Client = { person, token, ...clientOf(proxy, config, token) };
  await Promise.all([ada.call(getMe, {}), bob.call(getMe, {})]);
  tenant.calls.length = 0;
  const stands = (id: string) =>
    tenant.user(id)?.blocked !== true && tenant.record(id)?.roles?.includes(roleId('Administrator'));
  const standing = () => [ada, bob].filter(({ person }) => stands(person.user_id)).length;
  return { ...first, ada, bob, standing };
}

async function demote(client: Client, userId: string): Promise<Response> {
  const body = { roles: [], seen: [roleId('Administrator')] };
  return client.call(changeRoles, { params: { userId: userId as UserId }, body });
}

const ways = [
  ['block', (client: Client, id: string) => block(client, id)],
  ['demote', demote],
] as const;

it.each(ways)('lets one of two administrators %s the other, and not both', async (_, remove) => {
  const { ada, bob, standing } = await started();

  const outcomes = await Promise.all([
    remove(ada, bob.person.user_id).then(outcomeOf),
    remove(bob, ada.person.user_id).then(outcomeOf),
  ]);

  expect(outcomes).toEqual(['200', '403 not-an-admin']);
  expect(standing()).toBe(1);
});

it.each(ways)('never loses both when each comes by a proxy of his own (%s)', async (_, remove) => {
  const both = Promise.withResolvers<void>();
  let writes = 0;
  const { ada, bob, standing, audit } = await started({
    proxies: 2,
    // Neither looks again before both have written.
    async between(request, pass) {
      const response = await pass(request);
      const isFirst = ['PATCH', 'DELETE'].includes(request.method) && writes < 2;
      if (!isFirst) return response;
      writes += 1;
      if (writes === 2) both.resolve();
      await both.promise;
      return response;
    },
  });

  const outcomes = await Promise.all([
    remove(ada, bob.person.user_id).then(outcomeOf),
    remove(bob, ada.person.user_id).then(outcomeOf),
  ]);

  expect(outcomes).toEqual(['409 last-administrator', '409 last-administrator']);
  expect(standing()).toBe(2);
  expect(audit.entries.map(({ outcome }) => outcome)).toEqual(['failed', 'failed']);
});

it('undoes what someone did who was taken away before he looked again', async () => {
  const { ada, bob, tenant, standing } = await started({
    proxies: 2,
    async between(request, pass) {
      const response = await pass(request);
      if (request.method === 'PATCH' && request.url.includes(bobId().replace('|', '%7C')))
        tenant.changeUser(ada.person.user_id, { blocked: true });
      return response;
    },
  });
  function bobId() {
    return bob.person.user_id;
  }

  const outcome = await outcomeOf(await block(ada, bobId()));

  expect(outcome).toBe('409 last-administrator');
  expect(standing()).toBe(1);
  expect(tenant.user(bobId())?.blocked).toBe(false);
});

it.each([
  ['blocked', { blocked: true }],
  ['moved away', { app_metadata: { organization: 'Globex' } }],
] as const)('does nothing for an admin who was %s a moment ago', async (_, change) => {
  const { ada, bob, tenant, standing } = await started();
  tenant.changeUser(ada.person.user_id, change);

  const outcome = await outcomeOf(await block(ada, bob.person.user_id));

  expect(outcome).toBe('403 not-an-admin');
  expect(standing()).toBeGreaterThan(0);
  expect(tenant.user(bob.person.user_id)?.blocked).toBeUndefined();
});

it('does nothing for an admin who lost his role a moment ago', async () => {
  const { ada, bob, tenant, addPerson } = await started();
  addPerson({ role: 'helpdesk', profile: ada.person });

  const outcome = await outcomeOf(await block(ada, bob.person.user_id));

  expect(outcome).toBe('403 not-an-admin');
  expect(tenant.user(bob.person.user_id)?.blocked).toBeUndefined();
});

it('does not call a block failed when nobody could look again', async () => {
  let isWritten = false;
  const { ada, bob, audit, standing } = await started({
    async between(request, pass) {
      if (isWritten && request.method === 'GET')
        return Response.json({ statusCode: 400, error: 'Bad Request', message: 'No' }, { status: 400 });
      isWritten ||= request.method === 'PATCH';
      return pass(request);
    },
  });

  const outcome = await outcomeOf(await block(ada, bob.person.user_id));

  expect(outcome).toBe('502 auth0-refused');
  expect(audit.entries).toMatchObject([{ outcome: 'unknown' }]);
  expect(standing()).toBe(1);
});

it('looks twice only for those who administrate', async () => {
  const { ada, bob, tenant, addPerson } = await started();
  const operator = addPerson({ memberOf: 'Acme', role: 'operator' });

  await block(ada, operator.user_id);
  const plain = tenant.calls.length;
  await block(ada, bob.person.user_id);

  expect([plain, tenant.calls.length - plain]).toEqual([3, 7]);
});

it('holds nobody up in another organization', async () => {
  const hold = Promise.withResolvers<void>();
  const { ada, bob, as, addPerson } = await started({
    async between(request, pass) {
      if (request.method === 'PATCH' && request.url.endsWith(bob.person.user_id.slice(6))) await hold.promise;
      return pass(request);
    },
  });
  const eve = await as(addPerson({ memberOf: 'Globex', role: 'administrator' }));
  const other = addPerson({ memberOf: 'Globex', role: 'administrator' });
  const waiting = block(ada, bob.person.user_id);

  const outcome = await outcomeOf(await block(eve, other.user_id));
  hold.resolve();

  expect(outcome).toBe('200');
  expect(await outcomeOf(await waiting)).toBe('200');
});
