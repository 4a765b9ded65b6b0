import { expect, it } from 'vitest';
import { api, person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';
import { signInAs } from './example-visitor.ts';
import type { RefreshToken } from './model.ts';

const ada = at`/users/${'auth0|ada'}/refresh-tokens`;
const access = at`/users/${'auth0|ada'}/revoke-access`;
const users = () => [person('ada'), person('bob')];

function token(id: string, more: Partial<RefreshToken> = {}): RefreshToken {
  return {
    id,
    user_id: 'auth0|ada',
    client_id: 'app',
    session_id: null,
    created_at: '2026-02-20T12:00:00.000Z',
    last_exchanged_at: '2026-02-28T12:00:00.000Z',
    idle_expires_at: '2026-03-15T12:00:00.000Z',
    expires_at: '2026-03-20T12:00:00.000Z',
    rotating: true,
    resource_servers: [{ audience: api, scopes: 'read:things offline_access' }],
    device: { initial_user_agent: 'Old browser' },
    ...more,
  };
}
const seeded = () => [
  person(
    'ada',
    {},
    {
      refreshTokens: [
        token('rt1'),
        token('rt2', { client_id: 'other' }),
        token('rt3', { resource_servers: [] }),
        token('rt4'),
      ],
    },
  ),
  person('bob', {}, { refreshTokens: [token('rt5', { user_id: 'auth0|bob' })] }),
];
const idsIn = (body: unknown) => (body as { tokens: RefreshToken[] }).tokens.map(({ id }) => id);

it('shows the refresh token that an app has got, and never its value', async () => {
  const { call, tenant, pass } = await startTenant({ users: users() });
  const visitor = await signInAs(tenant, 'ada');
  pass(60_000);
  await visitor.refresh();

  const { body } = await call('GET', ada);

  expect(body).toEqual({
    tokens: [
      {
        id: expect.any(String),
        user_id: 'auth0|ada',
        client_id: 'app',
        session_id: expect.any(String),
        created_at: '2026-03-01T12:00:00.000Z',
        last_exchanged_at: '2026-03-01T12:01:00.000Z',
        idle_expires_at: '2026-03-16T12:01:00.000Z',
        expires_at: '2026-03-31T12:00:00.000Z',
        rotating: true,
        resource_servers: [{ audience: api, scopes: 'openid offline_access' }],
        device: {
          initial_ip: '203.0.113.7',
          initial_user_agent: 'Browser of ada',
          last_ip: '203.0.113.7',
          last_user_agent: 'Browser of ada',
        },
      },
    ],
  });
  expect(JSON.stringify(body)).not.toContain('v1.');
  const [id = ''] = idsIn(body);
  expect((await call('GET', at`/refresh-tokens/${id}`)).body).toMatchObject({ id });
});

it('lets nobody exchange a token that has been deleted, however often it has been rotated', async () => {
  const { call, tenant } = await startTenant({ users: users() });
  const visitor = await signInAs(tenant, 'ada');
  await visitor.refresh();
  const [id = ''] = idsIn((await call('GET', ada)).body);

  const { status } = await call('DELETE', at`/refresh-tokens/${id}`);

  expect(status).toBe(204);
  expect([await visitor.refresh(), await visitor.silently()]).toEqual(['invalid_grant', 'code']);
  expect((await call('GET', ada)).body).toEqual({ tokens: [] });
  expect(tenant.logs()).toContainEqual(expect.objectContaining({ type: 'srrt', user_id: 'auth0|ada' }));
});

it('takes all tokens of one person, and no others', async () => {
  const { call, tenant } = await startTenant({ users: seeded() });
  const visitor = await signInAs(tenant, 'ada');
  const other = await signInAs(tenant, 'bob');

  const { status } = await call('DELETE', ada);

  expect(status).toBe(202);
  expect([await visitor.refresh(), await other.refresh()]).toEqual(['invalid_grant', 'ok']);
  expect((await call('GET', '/refresh-tokens/rt1')).status).toBe(404);
  expect((await call('GET', '/refresh-tokens/rt5')).status).toBe(200);
});

it.each([
  [{ ids: ['rt1', 'none', 'rt5'] }, ['rt2', 'rt3', 'rt4']],
  [{ user_id: 'auth0|ada' }, []],
  [{ user_id: 'auth0|ada', client_id: 'app' }, ['rt2']],
  [{ user_id: 'auth0|ada', client_id: 'app', audience: api }, ['rt2', 'rt3']],
  [{ user_id: 'auth0|none' }, ['rt1', 'rt2', 'rt3', 'rt4']],
])('revokes by %o', async (body, left) => {
  const { call } = await startTenant({ users: seeded() });

  const { status } = await call('POST', '/refresh-tokens/revoke', { body });

  expect(status).toBe(202);
  expect(idsIn((await call('GET', ada)).body)).toEqual(left);
});

it.each([
  {},
  { client_id: 'app' },
  { user_id: 'auth0|ada', audience: api },
  { ids: ['rt1'], user_id: 'auth0|ada' },
  { ids: Array.from({ length: 101 }, (_, number) => `rt${number}`) },
  { tokens: ['rt1'] },
])('refuses to revoke by %o, and revokes nothing', async (body) => {
  const { call } = await startTenant({ users: seeded() });

  const { status } = await call('POST', '/refresh-tokens/revoke', { body });

  expect(status).toBe(400);
  expect(idsIn((await call('GET', ada)).body)).toHaveLength(4);
});

it('pages by checkpoint', async () => {
  const { call } = await startTenant({ users: seeded() });

  const first = await call('GET', `${ada}?take=3`);
  const { next } = first.body as { next: string };
  const second = await call('GET', `${ada}?take=3&from=${encodeURIComponent(next)}`);

  expect([idsIn(first.body), idsIn(second.body)]).toEqual([['rt1', 'rt2', 'rt3'], ['rt4']]);
  expect(second.body).not.toHaveProperty('next');
});

it.each([
  [undefined, ['login_required', 'invalid_grant']],
  [{}, ['login_required', 'invalid_grant']],
  [{ preserve_refresh_tokens: true }, ['login_required', 'ok']],
  [{ session_id: 'of somebody else' }, ['code', 'ok']],
])('ends all access of a person at once: %o', async (body, left) => {
  const { call, tenant } = await startTenant({ users: users() });
  const [visitor, other] = [await signInAs(tenant, 'ada'), await signInAs(tenant, 'bob')];

  const { status } = await call('POST', access, { body });

  expect(status).toBe(202);
  expect([await visitor.silently(), await visitor.refresh()]).toEqual(left);
  expect([await other.silently(), await other.refresh()]).toEqual(['code', 'ok']);
});

it('ends the access of one session alone', async () => {
  const { call, tenant } = await startTenant({ users: users() });
  const here = await signInAs(tenant, 'ada');
  const { body } = await call('GET', at`/users/${'auth0|ada'}/sessions`);
  const [session] = (body as { sessions: { id: string }[] }).sessions;
  const there = await signInAs(tenant, 'ada');

  await call('POST', access, { body: { session_id: session?.id } });

  expect([await here.silently(), await here.refresh()]).toEqual(['login_required', 'invalid_grant']);
  expect([await there.silently(), await there.refresh()]).toEqual(['code', 'ok']);
});

it('wants both scopes to end all access, and a user who exists', async () => {
  const { call } = await startTenant({ users: users() });

  expect(await call('POST', access, { scope: 'delete:sessions', body: {} })).toMatchObject({ status: 403 });
  expect((await call('POST', at`/users/${'auth0|none'}/revoke-access`, { body: {} })).status).toBe(404);
});
