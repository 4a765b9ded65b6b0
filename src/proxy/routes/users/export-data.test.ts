import { expect, it } from 'vitest';
import { exportData } from '#contract/leave.ts';
import { getMe } from '#contract/routes.ts';
import type { UserId } from '#contract/user.ts';
import { setUserBlocked } from '#contract/user-routes.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { refreshToken, session } from '#tests/support/access.ts';
import { writes } from '#tests/support/blocking.ts';
import { outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';

const userId = 'auth0|000000000000000000000001' as UserId;

async function started(options: StartOptions & { memberOf?: string | string[] } = {}) {
  const { memberOf = 'Acme', ...rest } = options;
  const proxy = await startProxy(rest);
  proxy.addPerson({
    profile: {
      user_id: userId,
      name: 'Dana Data',
      email: 'dana@acme.example',
      app_metadata: { organization: memberOf, secret: 'CANARY' },
    },
    record: {
      roles: [roleId('Billing viewer')],
      sessions: [session(userId, 's1')],
      refreshTokens: [refreshToken(userId, 't1')],
      authenticationMethods: [{ id: 'totp|1', type: 'totp', confirmed: true, totp_secret: 'CANARY' }],
      bruteForceBlocks: [{ identifier: 'dana@acme.example', ip: '192.0.2.9', connection: 'globex-adfs' }],
    },
  });
  await proxy.admin.call(getMe, {});
  proxy.tenant.calls.length = 0;
  const data = (client = proxy.admin) => client.call(exportData, { params: { userId } });
  return { ...proxy, data };
}

it('gives all that is held about a member', async () => {
  const { admin, data } = await started();
  await admin.call(setUserBlocked, { params: { userId }, body: { blocked: true } });

  const document = await (await data()).json();

  expect(document).toMatchObject({
    about: { organization: 'Acme', exported_at: '2026-10-01T09:00:00.000Z', by: 'Ada Admin' },
    profile: { user_id: userId, email: 'dana@acme.example', blocked: true },
    roles: [{ name: 'Billing viewer' }],
    authenticationMethods: [{ id: 'totp|1', type: 'totp' }],
    bruteForceBlocks: [{ ip: '192.0.2.9' }],
    sessions: [{ id: 's1', applications: ['Acme Portal'] }],
    refreshTokens: [{ id: 't1', application: 'Mobile app' }],
    activity: [],
    acts: [
      { by: 'Ada Admin', act: 'exportData', outcome: 'unknown' },
      { by: 'Ada Admin', act: 'setUserBlocked', outcome: 'done' },
    ],
    missing: [],
  });
  expect(JSON.stringify(document)).not.toContain('CANARY');
});

it('is on record, and writes nothing', async () => {
  const started_ = await started();

  await started_.data();

  expect(started_.audit.entries).toMatchObject([
    { act: 'exportData', target: userId, targetName: 'Dana Data', after: { missing: [] }, outcome: 'done' },
  ]);
  expect(writes(started_)).toEqual([]);
});

it('gives nothing when it cannot be put on record', async () => {
  const audit = { ...createMemoryAudit(), begin: () => Promise.reject(new Error('disk full')) };
  const { data } = await started({ audit });

  const response = await data();

  expect(await outcomeOf(response)).toBe('503 audit-unavailable');
  expect(await response.text()).not.toContain('dana');
});

it('costs ten calls', async () => {
  const { data, tenant } = await started();

  await data();

  // He, his rights; roles, methods, blocks, sessions, refresh tokens, names, log; he once more.
  expect(tenant.calls).toHaveLength(10);
});

it('says which parts are missing, and why', async () => {
  const { as, addPerson, data, tenant } = await started({
    between: async (request, pass) =>
      request.url.includes('/authentication-methods')
        ? Response.json({ statusCode: 400, error: 'Bad Request', message: 'No' }, { status: 400 })
        : pass(request),
  });
  tenant.faults.unentitled = ['sessions', 'refresh-tokens'];
  const client = await as(addPerson({ memberOf: 'Acme', permissions: ['export:users'] }));

  const { missing } = await (await data(client)).json();

  expect(missing).toEqual([
    { part: 'authenticationMethods', why: 'failed' },
    { part: 'sessions', why: 'unentitled' },
    { part: 'refreshTokens', why: 'unentitled' },
    { part: 'activity', why: 'forbidden' },
    { part: 'acts', why: 'forbidden' },
  ]);
});

it('says when the oldest entries of the log are out of reach', async () => {
  const { data } = await started({
    async between(request, pass) {
      const { pathname, searchParams } = new URL(request.url);
      if (!pathname.endsWith('/logs')) return pass(request);
      const page = Number(searchParams.get('page'));
      return Response.json(
        Array.from({ length: 100 }, (_, index) => ({
          log_id: `log-${page}-${index}`,
          date: new Date(1_790_000_000_000 - (page * 100 + index) * 1_000).toISOString(),
          type: 's',
          user_id: userId,
        })),
      );
    },
  });

  const { activity, missing } = await (await data()).json();

  expect(activity).toHaveLength(1_000);
  expect(missing).toEqual([{ part: 'activity', why: 'truncated' }]);
});

it('gives of a person of several organizations nothing of the others', async () => {
  const { data } = await started({ memberOf: ['Acme', 'Globex'] });

  const text = await (await data()).text();

  expect(text).toContain('Dana Data');
  expect(text).not.toMatch(/Globex|globex|Portal|Mobile app/);
});

it('gives only what was done in this organization, and to this person', async () => {
  const { data, audit } = await started();
  const row = { requestId: 'r', at: 1, actor: 'auth0|x', act: 'setUserBlocked', target: userId };
  await audit.begin({ ...row, organization: 'Globex' });
  await audit.begin({ ...row, organization: 'Acme', target: 'auth0|other', targetName: `Not ${userId}` });

  const { acts } = await (await data()).json();

  expect(acts.map(({ act }: { act: string }) => act)).toEqual(['exportData']);
});

it('gives nothing of someone of another organization, nor of someone who leaves it meanwhile', async () => {
  const stranger = await started({ memberOf: 'Globex' });
  const moving = await started({
    async between(request, pass) {
      const response = await pass(request);
      if (request.url.includes('/sessions'))
        moving.tenant.changeUser(userId, { app_metadata: { organization: 'Globex' } });
      return response;
    },
  });

  const outcomes = [await outcomeOf(await stranger.data()), await outcomeOf(await moving.data())];

  expect(outcomes).toEqual(['404 user-not-found', '404 user-not-found']);
});
