import { expect, it } from 'vitest';
import type { Route, RouteInput } from '#contract/route.ts';
import { getMe } from '#contract/routes.ts';
import {
  forgetBrowsers,
  regenerateRecoveryCode,
  removeAuthenticationMethod,
  removeAuthenticationMethods,
  removeBruteForceBlocks,
} from '#contract/security.ts';
import type { UserId } from '#contract/user.ts';
import { writes } from '#tests/support/blocking.ts';
import { outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';

const userId = 'auth0|000000000000000000000001' as UserId;
const otherId = 'auth0|000000000000000000000002' as UserId;
const strangerId = 'auth0|000000000000000000000003' as UserId;

const method = (id: string, type: string) => ({ id, type, confirmed: true, name: `My ${type}` });
const usual = [
  method('recovery-code|1', 'recovery-code'),
  method('totp|1', 'totp'),
  method('phone|1', 'phone'),
  method('password|1', 'password'),
  method('email-verification|1', 'email-verification'),
];
const withPasskey = [...usual, method('passkey|1', 'passkey')];

async function started(options: StartOptions & { methods?: typeof usual } = {}) {
  const { methods = usual, ...rest } = options;
  const proxy = await startProxy(rest);
  const locks = [
    { identifier: 'a@acme.example', ip: '192.0.2.9', connection: 'Username-Password-Authentication' },
  ];
  const add = (id: UserId, memberOf: string, own: typeof usual) =>
    proxy.addPerson({
      memberOf,
      profile: { user_id: id },
      record: { authenticationMethods: own, bruteForceBlocks: locks },
    });
  add(userId, 'Acme', methods);
  add(otherId, 'Acme', [method('totp|other', 'totp')]);
  add(strangerId, 'Globex', [method('totp|stranger', 'totp')]);
  await proxy.admin.call(getMe, {});
  proxy.tenant.calls.length = 0;
  const act = async <R extends Route>(route: R, input: RouteInput<R>) =>
    outcomeOf(await proxy.admin.call(route, input));
  const typesOf = (id: UserId) => proxy.tenant.record(id)?.authenticationMethods?.map(({ type }) => type);
  return { ...proxy, act, typesOf };
}

it('removes every second factor, and nothing that is none', async () => {
  const { admin, typesOf } = await started();

  const answer = await (await admin.call(removeAuthenticationMethods, { params: { userId } })).json();

  expect(answer).toEqual({ left: [] });
  expect(typesOf(userId)).toEqual(['password', 'email-verification']);
});

it('removes the passkey first: beside it Auth0 lets nothing be removed', async () => {
  const { act, typesOf } = await started({ methods: withPasskey });

  const outcome = await act(removeAuthenticationMethods, { params: { userId } });

  expect(outcome).toBe('200');
  expect(typesOf(userId)).toEqual(['password', 'email-verification']);
});

const refusal = 'Operation not permitted when the user has registered at least 1 passkey';
const refuseAll: StartOptions['between'] = async (request, pass) =>
  request.method === 'DELETE'
    ? Response.json({ statusCode: 403, error: 'Forbidden', message: refusal }, { status: 403 })
    : pass(request);

it('says that nothing was removed when a passkey stands against all of it', async () => {
  const { act, audit } = await started({ methods: withPasskey, between: refuseAll });

  const outcome = await act(removeAuthenticationMethods, { params: { userId } });

  expect(outcome).toBe('409 not-possible');
  expect(audit.entries).toMatchObject([{ act: 'removeAuthenticationMethods', outcome: 'failed' }]);
});

it('tells which factors are left', async () => {
  const { admin } = await started({
    between: async (request, pass) =>
      request.url.includes('phone') ? (refuseAll?.(request, pass) ?? pass(request)) : pass(request),
  });

  const answer = await (await admin.call(removeAuthenticationMethods, { params: { userId } })).json();

  expect(answer).toEqual({ left: [{ id: 'phone|1', type: 'phone', name: 'My phone' }] });
});

it('removes one factor', async () => {
  const { act, typesOf, audit } = await started();

  const outcome = await act(removeAuthenticationMethod, { params: { userId, methodId: 'totp|1' } });

  expect(outcome).toBe('200');
  expect(typesOf(userId)).not.toContain('totp');
  expect(audit.entries).toMatchObject([
    {
      before: { authentication_methods: [{ id: 'totp|1', type: 'totp', name: 'My totp' }] },
      outcome: 'done',
    },
  ]);
});

it('does not take a password for a factor', async () => {
  const started_ = await started();

  const outcome = await started_.act(removeAuthenticationMethod, {
    params: { userId, methodId: 'password|1' },
  });

  expect(outcome).toBe('409 not-possible');
  expect(writes(started_)).toEqual([]);
});

it.each(['totp|other', 'totp|stranger', 'totp|2', '../identities', 'totp|1/x', 'TOTP|1'])(
  'removes nothing by the id %j, which is on no list of the member',
  async (methodId) => {
    const started_ = await started();

    const outcome = await started_.act(removeAuthenticationMethod, { params: { userId, methodId } });

    expect(outcome).toBe('404 item-not-found');
    expect(writes(started_)).toEqual([]);
  },
);

it('gives a new recovery code, which stands in no log and no record', async () => {
  const { admin, audit, lines } = await started();

  const { recovery_code: code } = await (
    await admin.call(regenerateRecoveryCode, { params: { userId } })
  ).json();

  expect(code).toMatch(/^\w{24}$/);
  expect(JSON.stringify([audit.entries, lines])).not.toContain(code);
});

it('has no recovery code for someone without a second factor', async () => {
  const { act } = await started({ methods: [] });

  const outcome = await act(regenerateRecoveryCode, { params: { userId } });

  expect(outcome).toBe('404 item-not-found');
});

it('gives away no recovery code of someone who left the organization meanwhile', async () => {
  const { admin, tenant } = await started({
    async between(request, pass) {
      const response = await pass(request);
      if (request.url.endsWith('recovery-code-regeneration'))
        tenant.changeUser(userId, { app_metadata: { organization: 'Globex' } });
      return response;
    },
  });

  const response = await admin.call(regenerateRecoveryCode, { params: { userId } });

  expect(await outcomeOf(response)).toBe('404 user-not-found');
  expect(await response.text()).not.toContain('recovery_code');
});

it('forgets the browsers of a member', async () => {
  const { act, tenant } = await started();

  const outcome = await act(forgetBrowsers, { params: { userId } });

  expect(outcome).toBe('200');
  expect(tenant.calls.at(-1)?.path).toMatch(/invalidate-remember-browser$/);
});

it('ends lock-outs and leaves an administrator’s block as it is', async () => {
  const { act, tenant, audit } = await started();
  tenant.changeUser(userId, { blocked: true });

  const outcome = await act(removeBruteForceBlocks, { params: { userId } });

  expect(outcome).toBe('200');
  expect(tenant.record(userId)?.bruteForceBlocks).toEqual([]);
  expect(tenant.user(userId)?.blocked).toBe(true);
  expect(audit.entries).toMatchObject([
    { before: { brute_force_blocks: [{ ip: '192.0.2.9' }] }, after: { brute_force_blocks: [] } },
  ]);
});

it.each([
  removeAuthenticationMethods,
  regenerateRecoveryCode,
  forgetBrowsers,
  removeBruteForceBlocks,
] as const)(
  '$name knows nobody of another organization, and does nothing to someone above',
  async (route) => {
    const started_ = await started({ role: 'helpdesk' });
    const above = started_.addPerson({ memberOf: 'Acme', role: 'administrator' });

    const outcomes = [
      await started_.act(route, { params: { userId: strangerId } }),
      await started_.act(route, { params: { userId: above.user_id as UserId } }),
    ];

    expect(outcomes).toEqual(['404 user-not-found', '403 outranked']);
    expect(writes(started_)).toEqual([]);
  },
);

it.each([
  [removeBruteForceBlocks, 4],
  [removeAuthenticationMethods, 6],
  [regenerateRecoveryCode, 4],
  [forgetBrowsers, 3],
] as const)('%o costs a known number of calls', async (route, count) => {
  const { act, tenant } = await started();

  await act(route, { params: { userId } });

  expect(tenant.calls).toHaveLength(count);
});
