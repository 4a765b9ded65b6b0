import { expect, it } from 'vitest';
import { getMe } from '#contract/routes.ts';
import { getAccess } from '#contract/security.ts';
import type { UserId } from '#contract/user.ts';
import { deviceKey, refreshToken, session } from '#tests/support/access.ts';
import { outcomeOf, type StartOptions, startProxy } from '#tests/support/start-proxy.ts';

const userId = 'auth0|000000000000000000000001' as UserId;

async function started(options: StartOptions & { memberOf?: string | string[] } = {}) {
  const { memberOf = 'Acme', ...rest } = options;
  const proxy = await startProxy(rest);
  proxy.addPerson({
    memberOf,
    profile: { user_id: userId },
    record: {
      sessions: [session(userId, 's1')],
      refreshTokens: [refreshToken(userId, 't1', 's1')],
      deviceCredentials: [deviceKey(userId, 'd1')],
    },
  });
  const access = () => proxy.admin.call(getAccess, { params: { userId } });
  await proxy.admin.call(getMe, {});
  proxy.tenant.calls.length = 0;
  return { ...proxy, access };
}

it('tells where a member is signed in and which applications act for him', async () => {
  const { access } = await started();

  const found = await (await access()).json();

  expect(found).toEqual({
    sessions: {
      state: 'ready',
      items: [
        {
          id: 's1',
          authenticated_at: '2026-09-28T12:00:00.000Z',
          last_interacted_at: '2026-09-30T11:00:00.000Z',
          expires_at: '2026-10-04T11:00:00.000Z',
          applications: ['Acme Portal'],
          ip: '192.0.2.2',
          user_agent: 'Last browser',
        },
      ],
    },
    refreshTokens: {
      state: 'ready',
      items: [
        {
          id: 't1',
          application: 'Mobile app',
          session_id: 's1',
          created_at: '2026-09-28T12:00:00.000Z',
          last_exchanged_at: '2026-09-30T11:00:00.000Z',
          expires_at: '2026-10-04T11:00:00.000Z',
          ip: '192.0.2.2',
          user_agent: 'Last browser',
        },
      ],
    },
    deviceCredentials: { state: 'ready', items: [] },
  });
});

it('asks four times, and three times when the names of applications are known', async () => {
  const { access, tenant } = await started();

  await access();
  const first = tenant.calls.length;
  await access();

  expect([first, tenant.calls.length - first]).toEqual([4, 3]);
});

it('reads sessions to their end', async () => {
  const { tenant, addPerson, admin } = await started();
  const other = 'auth0|000000000000000000000002' as UserId;
  const sessions = Array.from({ length: 120 }, (_, index) => session(other, `s${index}`));
  addPerson({ memberOf: 'Acme', profile: { user_id: other }, record: { sessions } });

  const found = await (await admin.call(getAccess, { params: { userId: other } })).json();

  expect(found.sessions.items).toHaveLength(120);
  expect(tenant.calls.filter(({ path }) => path.includes('/sessions'))).toHaveLength(3);
});

it('names no application of a person who belongs to others too', async () => {
  const { access } = await started({ memberOf: ['Acme', 'Globex'] });

  const text = await (await access()).text();

  expect(text).toContain('"s1"');
  expect(text).not.toMatch(/Acme Portal|Mobile app/);
});

it('shows devices where the plan has neither sessions nor refresh tokens', async () => {
  const { access, tenant } = await started();
  tenant.faults.unentitled = ['sessions', 'refresh-tokens', 'revoke-access'];

  const found = await (await access()).json();

  expect(found.sessions).toEqual({ state: 'unentitled' });
  expect(found.refreshTokens).toEqual({ state: 'unentitled' });
  expect(found.deviceCredentials.items).toContainEqual({
    id: 'd1',
    device_name: 'Old phone',
    application: 'Mobile app',
    type: 'public_key',
  });
});

it('shows the rest when one part fails', async () => {
  const { access } = await started({
    between: async (request, pass) =>
      request.url.includes('/refresh-tokens') || request.url.includes('/clients')
        ? Response.json({ statusCode: 400, error: 'Bad Request', message: 'No' }, { status: 400 })
        : pass(request),
  });

  const found = await (await access()).json();

  expect(found.refreshTokens).toEqual({ state: 'failed' });
  expect(found.sessions.items).toMatchObject([{ id: 's1', applications: [] }]);
});

it('drops what belongs to someone else, whatever Auth0 answers', async () => {
  const { access } = await started({
    between: async (request, pass) =>
      request.url.includes('/sessions')
        ? Response.json({ sessions: [session('auth0|someone-else', 's2')] })
        : pass(request),
  });

  const found = await (await access()).json();

  expect(found.sessions).toEqual({ state: 'ready', items: [] });
});

it('lets nothing out that is not declared', async () => {
  const { access, tenant } = await started();
  const withTokens = await (await access()).text();
  tenant.faults.unentitled = ['refresh-tokens'];

  const withDevices = await (await access()).text();

  expect(withTokens + withDevices).not.toContain('CANARY');
});

it('knows nobody of another organization', async () => {
  const { access, tenant } = await started({ memberOf: 'Globex' });

  const outcome = await outcomeOf(await access());

  expect(outcome).toBe('404 user-not-found');
  expect(tenant.calls).toHaveLength(1);
});
