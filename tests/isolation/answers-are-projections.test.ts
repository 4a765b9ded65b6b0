import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { getActivity } from '#contract/activity.ts';
import { getMe, listUsers } from '#contract/routes.ts';
import type { UserId } from '#contract/user.ts';
import { getUser, setUserBlocked } from '#contract/user-routes.ts';
import { canary } from '#mocks/seed/names.ts';
import { observe, type ProxyEnv } from '#proxy/http/exchange.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import { bindPersonal } from '#proxy/routes/bind.ts';
import { serve } from '#proxy/routes/serve.ts';
import { openServices } from '#proxy/services.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

/** Adds a field to every object of every answer of the tenant, however deep. */
async function withCanaries(
  request: Request,
  pass: (request: Request) => Promise<Response>,
): Promise<Response> {
  const response = await pass(request);
  if (!new URL(request.url).pathname.includes('/api/v2/') || response.status >= 300) return response;
  return Response.json(tainted(await response.json()), {
    status: response.status,
    headers: rateHeaders(response),
  });
}

function rateHeaders({ headers }: Response): Headers {
  return new Headers([...headers].filter(([name]) => name.startsWith('x-ratelimit')));
}

function tainted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tainted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, tainted(inner)] as const);
  return { ...Object.fromEntries(entries), undeclared: canary, access_token: canary };
}

it('lets no field leave that the contract does not name', async () => {
  const { admin, addPerson } = await startProxy({ between: withCanaries });
  const member = addPerson({
    memberOf: 'Acme',
    role: 'auditor',
    profile: {
      app_metadata: { organization: 'Acme', secret: canary, plan: canary },
      user_metadata: { secret: canary },
    },
    record: {
      bruteForceBlocks: [{ identifier: 'x@example.com', ip: '1.2.3.4' }],
      authenticationMethods: [{ id: 'totp|1', type: 'totp', confirmed: true, totp_secret: canary }],
    },
  });
  const params = { userId: member.user_id };

  const answers = await Promise.all([
    admin.call(getMe, {}),
    admin.call(listUsers, {}),
    admin.call(getUser, { params }),
    admin.call(setUserBlocked, { params, body: { blocked: true } }),
  ]);

  for (const answer of answers) {
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toContain(canary);
  }
});

it('shows metadata only where the policy declares it', async () => {
  const policy = definePolicy({
    fields: [
      { name: 'plan', label: 'Plan', path: 'app_metadata.plan' },
      {
        name: 'tags',
        label: 'Tags',
        path: 'user_metadata.tags',
        type: 'choices',
        options: [{ value: 'a', label: 'A' }],
      },
      { name: 'nested', label: 'Nested', path: 'user_metadata.nested' },
      { name: 'missing', label: 'Missing', path: 'user_metadata.constructor' },
    ],
  });
  const { admin, addPerson } = await startProxy({ config: { policy } });
  const member = addPerson({
    profile: {
      app_metadata: { organization: 'Acme', plan: 'gold', secret: canary },
      user_metadata: { tags: ['a', 'b'], nested: { secret: canary } },
    },
  });

  const { user } = await (await admin.call(getUser, { params: { userId: member.user_id } })).json();

  expect(user.fields).toEqual({ plan: 'gold', tags: ['a', 'b'] });
});

it('does not name the other organizations of a shared user, nor what belongs to them', async () => {
  const policy = definePolicy({
    connections: (organization) =>
      organization === 'Acme' ? [{ name: 'acme-okta', label: 'Okta', strategy: 'samlp' }] : [],
  });
  const { admin, addPerson } = await startProxy({ adminOf: 'Acme', config: { policy } });
  const identity = { provider: 'samlp', user_id: 'x', isSocial: false };
  const shared = addPerson({
    memberOf: ['Globex', 'Acme', 'Initech'],
    profile: {
      identities: [
        { ...identity, provider: 'auth0', connection: 'Username-Password-Authentication' },
        { ...identity, connection: 'acme-okta', profileData: { email: 'x@acme.example' } },
        { ...identity, connection: 'globex-adfs', profileData: { email: 'x@globex.example' } },
      ],
    },
    record: {
      bruteForceBlocks: [
        { identifier: 'x@globex.example', connection: 'globex-adfs' },
        { identifier: 'x@acme.example', connection: 'acme-okta' },
      ],
    },
  });

  const answers = [
    await (await admin.call(getUser, { params: { userId: shared.user_id } })).text(),
    await (await admin.call(listUsers, {})).text(),
  ];

  expect(answers.join()).not.toMatch(/globex|initech/i);
  expect(JSON.parse(answers[0] ?? '')).toMatchObject({
    user: { identities: [{ primary: true }, { connection: 'acme-okta', primary: false }] },
    bruteForceBlocks: { items: [{ identifier: 'x@acme.example' }] },
  });
});

it('does not tell that another organization has decided to delete someone', async () => {
  const { admin, addPerson, tenant } = await startProxy({ adminOf: 'Acme' });
  const leaver = (memberOf: string | string[], from: string) =>
    addPerson({
      profile: {
        blocked: true,
        app_metadata: {
          organization: memberOf,
          steward_leaving: true,
          steward_delete_at: '2026-12-01T00:00:00.000Z',
          steward_leaving_from: from,
        },
      },
    });
  const others = [leaver(['Acme', 'Globex'], 'Globex'), leaver('Acme', 'Globex')];
  const own = leaver('Acme', 'Acme');
  tenant.settle();
  const idsOf = async (query: object) =>
    (await (await admin.call(listUsers, { query })).json()).users.map(
      ({ user_id, delete_at }: { user_id: string; delete_at?: string }) => [user_id, delete_at],
    );
  const pageOf = async ({ user_id }: { user_id: string }) =>
    (await admin.call(getUser, { params: { userId: user_id as UserId } })).json();

  const [listed, filtered, searched] = [
    await idsOf({}),
    await idsOf({ status: 'leaving' }),
    await idsOf({ q: 'status:leaving' }),
  ];
  const [shared, moved, mine] = await Promise.all([...others, own].map(pageOf));

  const ownOnly = [[own.user_id, '2026-12-01T00:00:00.000Z']];
  expect([filtered, searched]).toEqual([ownOnly, ownOnly]);
  expect(listed.filter(([, deleteAt]: [string, string | undefined]) => deleteAt)).toEqual(ownOnly);
  expect([shared.user.delete_at, moved.user.delete_at]).toEqual([undefined, undefined]);
  expect(mine.user.delete_at).toBe('2026-12-01T00:00:00.000Z');
  expect(moved.acts).toMatchObject({ unblock: { allowed: true }, cancelLeave: { rule: 'state' } });
  expect(mine.acts).toMatchObject({ unblock: { rule: 'state' }, cancelLeave: { allowed: true } });
});

it('shows activity without what the vendor’s code wrote into them', async () => {
  const entries = [
    { log_id: '1', date: '2026-09-30T10:00:00.000Z', type: 's', ip: '1.1.1.1', description: canary },
    { log_id: '2', date: '2026-09-30T09:00:00.000Z', type: 'fp', details: { error: canary } },
    { log_id: '3', date: '2026-09-30T08:00:00.000Z', type: 'sapi', description: canary },
    { log_id: '4', date: '2026-09-30T07:00:00.000Z', type: 's', user_id: 'auth0|someone-else' },
  ];
  const { admin } = await startProxy({
    between: async (request, pass) =>
      request.url.includes('/logs')
        ? Response.json(entries.map((entry) => ({ user_id: admin.person.user_id, ...entry })))
        : pass(request),
  });

  const params = { userId: admin.person.user_id };
  const activity = await (await admin.call(getActivity, { params, query: {} })).json();

  expect(activity.entries).toEqual([
    { log_id: '1', date: '2026-09-30T10:00:00.000Z', type: 's', group: 'sign-in', ip: '1.1.1.1' },
    { log_id: '2', date: '2026-09-30T09:00:00.000Z', type: 'fp', group: 'failed-sign-in' },
  ]);
});

it('shows of a shared user’s activity neither another customer’s connection nor any application', async () => {
  const entry = { date: '2026-09-30T10:00:00.000Z', type: 's', client_name: 'Globex Portal' };
  const { admin, addPerson } = await startProxy({
    between: async (request, pass) =>
      request.url.includes('/logs')
        ? Response.json([
            { ...entry, log_id: '1', user_id: shared.user_id, connection: 'globex-adfs' },
            { ...entry, log_id: '2', user_id: shared.user_id },
          ])
        : pass(request),
  });
  const shared = addPerson({ memberOf: ['Acme', 'Globex'] });

  const params = { userId: shared.user_id };
  const activity = await (await admin.call(getActivity, { params, query: {} })).json();

  expect(activity.entries).toEqual([{ log_id: '2', date: entry.date, type: 's', group: 'sign-in' }]);
});

it('asks for no activity on behalf of an admin who may not see them', async () => {
  const { addPerson, as, tenant } = await startProxy();
  const client = await as(addPerson({ memberOf: 'Acme', permissions: ['read:users'] }));

  const params = { userId: client.person.user_id };
  const outcome = await outcomeOf(await client.call(getActivity, { params, query: {} }));

  expect(outcome).toBe('403 permission-missing');
  expect(tenant.calls.filter(({ path }) => path.endsWith('/logs'))).toEqual([]);
});

it('answers nothing of itself when a policy fails', async () => {
  const policy = definePolicy({
    connections: () => {
      throw new Error(canary);
    },
  });
  const { admin, lines } = await startProxy({ config: { policy } });

  const response = await admin.call(getMe, {});

  expect(await outcomeOf(response)).toBe('500 internal-error');
  expect((await response.text()) + JSON.stringify(lines)).not.toContain(canary);
});

it('answers 500 rather than what a handler should not have said', async () => {
  const policy = { ...definePolicy({}), connections: () => [{ name: 1 }] as never };
  const { admin } = await startProxy({ config: { policy } });

  const response = await admin.call(getMe, {});

  expect(await outcomeOf(response)).toBe('500 internal-error');
});

it('cuts down what a careless handler gives', async () => {
  const { admin, config, world } = await startProxy();
  const services = openServices(config, world);
  const careless = bindPersonal(getMe, async () => {
    const whole = await (await admin.call(getMe, {})).json();
    return { ...whole, secret: canary, settings: { ...whole.settings, secret: canary } };
  });
  const app = new Hono<ProxyEnv>().use(observe(world)).get('/me', (c) => serve(careless, services, c));

  const response = await app.request('/me', { headers: { authorization: `Bearer ${admin.token}` } });

  expect(response.status).toBe(200);
  expect(await response.text()).not.toContain(canary);
});

it('logs no personal data, whatever goes wrong', async () => {
  const { admin, lines, addPerson, tenant } = await startProxy({ adminOf: 'Acme' });
  const member = addPerson({ memberOf: 'Acme', profile: { email: 'jane@acme.example' } });
  const params = { userId: member.user_id };

  await admin.call(listUsers, { query: { q: 'email:jane@acme.example' } });
  await admin.call(listUsers, { query: { q: 'jane@acme.example (' } });
  await admin.call(getUser, { params });
  tenant.faults.next.push({ kind: 'html' }, { kind: 'truncated' });
  await admin.call(getUser, { params });
  await admin.call(setUserBlocked, { params, body: { blocked: true } });
  await admin.send('/me', { headers: { authorization: 'Bearer secret.secret.secret' } });

  const log = JSON.stringify(lines);
  expect(lines).toHaveLength(6);
  for (const secret of [
    'jane',
    'auth0|',
    'auth0%7C',
    'secret',
    'Acme',
    admin.token,
    'steward-proxy-secret',
  ]) {
    expect(log).not.toContain(secret);
  }
});
