import { expect, it } from 'vitest';
import type { Route, RouteInput } from '#contract/route.ts';
import { getMe } from '#contract/routes.ts';
import { endAccess, endRefreshToken, endSession, removeDeviceCredential } from '#contract/security.ts';
import type { UserId } from '#contract/user.ts';
import { deviceKey, livingAccess, refreshToken, session } from '#tests/support/access.ts';
import { writes } from '#tests/support/blocking.ts';
import { outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';

const userId = 'auth0|000000000000000000000001' as UserId;
const otherId = 'auth0|000000000000000000000002' as UserId;
const strangerId = 'auth0|000000000000000000000003' as UserId;

/** Three people, two of them members; what they have bears the letter of its owner. */
async function started(options: StartOptions = {}) {
  const proxy = await startProxy(options);
  const add = (id: UserId, memberOf: string, letter: string) =>
    proxy.addPerson({
      memberOf,
      profile: { user_id: id },
      record: {
        sessions: [session(id, `${letter}-s1`), session(id, `${letter}-s2`)],
        refreshTokens: [refreshToken(id, `${letter}-t1`, `${letter}-s1`), refreshToken(id, `${letter}-t2`)],
        deviceCredentials: [deviceKey(id, `${letter}-d1`)],
      },
    });
  add(userId, 'Acme', 'a');
  add(otherId, 'Acme', 'b');
  add(strangerId, 'Globex', 'c');
  await proxy.admin.call(getMe, {});
  proxy.tenant.calls.length = 0;
  const act = async <R extends Route>(route: R, input: RouteInput<R>) =>
    outcomeOf(await proxy.admin.call(route, input));
  return { ...proxy, act, living: (id: UserId) => livingAccess(proxy.tenant, id) };
}

it('ends every session and refresh token of one member, and of nobody else', async () => {
  const { admin, living } = await started();

  const answer = await (await admin.call(endAccess, { params: { userId } })).json();

  expect(answer).toEqual({ ended: 'all' });
  expect(await living(userId)).toEqual(['a-d1']);
  expect(await living(otherId)).toHaveLength(5);
});

it('ends both by the calls before it where the tenant does not know revoke-access', async () => {
  const { admin, living } = await started({
    between: async (request, pass) =>
      request.url.includes('/revoke-access')
        ? Response.json({ statusCode: 404, error: 'Not Found', message: 'Not Found' }, { status: 404 })
        : pass(request),
  });

  const answer = await (await admin.call(endAccess, { params: { userId } })).json();

  expect(answer).toEqual({ ended: 'all' });
  expect(await living(userId)).toEqual(['a-d1']);
});

it('says so when the plan has no way to end access, and puts it on record as not done', async () => {
  const { admin, tenant, audit, lines } = await started();
  tenant.faults.unentitled = ['sessions', 'refresh-tokens', 'revoke-access'];

  const answer = await (await admin.call(endAccess, { params: { userId } })).json();

  expect(answer).toEqual({ ended: 'unentitled' });
  expect(audit.entries).toMatchObject([{ act: 'endAccess', target: userId, outcome: 'failed' }]);
  expect(lines.at(-1)).toMatchObject({ status: 200, faults: [{ code: 'insufficient_entitlement' }] });
});

it('ends one session with the refresh token that it gave', async () => {
  const { act, living } = await started();

  const outcome = await act(endSession, { params: { userId, sessionId: 'a-s1' } });

  expect(outcome).toBe('200');
  expect(await living(userId)).toEqual(['a-s2', 'a-t2', 'a-d1']);
});

it('ends one refresh token', async () => {
  const { act, living } = await started();

  const outcome = await act(endRefreshToken, { params: { userId, tokenId: 'a-t2' } });

  expect(outcome).toBe('200');
  expect(await living(userId)).toEqual(['a-s1', 'a-s2', 'a-t1', 'a-d1']);
});

it('removes one device credential', async () => {
  const { act, living } = await started();

  const outcome = await act(removeDeviceCredential, { params: { userId, credentialId: 'a-d1' } });

  expect(outcome).toBe('200');
  expect(await living(userId)).toEqual(['a-s1', 'a-s2', 'a-t1', 'a-t2']);
});

it.each(['b-s1', 'c-t1', 'a-t3', 'nothing', '../users', 'a-s1/revoke', 'a-s1%2Frevoke', 'A-S1', '*'])(
  'ends nothing by the id %j, which is on no list of the member',
  async (id) => {
    const started_ = await started();

    const outcomes = [
      await started_.act(endSession, { params: { userId, sessionId: id } }),
      await started_.act(endRefreshToken, { params: { userId, tokenId: id } }),
      await started_.act(removeDeviceCredential, { params: { userId, credentialId: id } }),
    ];

    expect(outcomes).toEqual(Array(3).fill('404 item-not-found'));
    expect(writes(started_)).toEqual([]);
  },
);

it('answers alike for a session of a colleague, of a stranger and of nobody', async () => {
  const { admin } = await started();
  const answer = async (sessionId: string) => {
    const { instance: _, ...problem } = await (
      await admin.call(endSession, { params: { userId, sessionId } })
    ).json();
    return problem;
  };

  const [colleague, stranger, nobody] = [await answer('b-s1'), await answer('c-s1'), await answer('x')];

  expect(colleague).toEqual(nobody);
  expect(stranger).toEqual(nobody);
});

it('knows no session of someone of another organization', async () => {
  const started_ = await started();

  const outcomes = [
    await started_.act(endSession, { params: { userId: strangerId, sessionId: 'c-s1' } }),
    await started_.act(endAccess, { params: { userId: strangerId } }),
  ];

  expect(outcomes).toEqual(['404 user-not-found', '404 user-not-found']);
  expect(writes(started_)).toEqual([]);
});

it('refuses one session where the plan has none', async () => {
  const started_ = await started();
  started_.tenant.faults.unentitled = ['sessions'];

  const outcome = await started_.act(endSession, { params: { userId, sessionId: 'a-s1' } });

  expect(outcome).toBe('409 not-possible');
  expect(writes(started_)).toEqual([]);
});

it.each([
  ['himself', { memberOf: 'Acme' }, '409 own-account'],
  ['someone above him', { memberOf: 'Acme', role: 'administrator' }, '403 outranked'],
  ['a person of several organizations', { memberOf: ['Acme', 'Globex'] }, '409 shared-user'],
] as const)('does not end the access of %s', async (who, person, expected) => {
  const started_ = await started({ role: 'helpdesk' });
  const target =
    who === 'himself'
      ? started_.admin.person.user_id
      : started_.addPerson({ ...person, memberOf: [...[person.memberOf].flat()] }).user_id;

  const outcome = await started_.act(endAccess, { params: { userId: target as UserId } });

  expect(outcome).toBe(expected);
  expect(writes(started_)).toEqual([]);
});

it('ends all access by three calls, and one session by four', async () => {
  const { act, tenant } = await started();

  await act(endSession, { params: { userId, sessionId: 'a-s1' } });
  const one = tenant.calls.length;
  await act(endAccess, { params: { userId } });

  expect([one, tenant.calls.length - one]).toEqual([4, 3]);
});

it('records what is ended before it is ended', async () => {
  const { act, audit } = await started();

  await act(endSession, { params: { userId, sessionId: 'a-s1' } });

  expect(audit.entries).toMatchObject([
    { act: 'endSession', target: userId, before: { session_id: 'a-s1' }, outcome: 'done' },
  ]);
});
