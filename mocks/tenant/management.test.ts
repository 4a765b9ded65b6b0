import { expect, it } from 'vitest';
import { person, tenantUrl } from './example-seed.ts';
import { at, machineToken, startTenant } from './example-tenant.ts';
import type { Faults } from './faults.ts';

const users = [person('ada')];
const ada = at`/users/${'auth0|ada'}`;

it.each([
  ['GET', '/users', 'read:users'],
  ['POST', '/users', 'create:users'],
  ['GET', ada, 'read:users,read:current_user'],
  ['PATCH', ada, 'update:users,update:users_app_metadata,update:current_user_metadata'],
  ['DELETE', ada, 'delete:users,delete:current_user'],
  ['GET', `${ada}/roles`, 'read:users,read:roles,read:role_members'],
  ['POST', `${ada}/roles`, 'update:users,create:role_members'],
  ['GET', `${ada}/organizations`, 'read:organizations'],
  ['GET', `${ada}/logs`, 'read:logs,read:logs_users'],
  ['GET', `${ada}/authentication-methods`, 'read:authentication_methods'],
  ['DELETE', `${ada}/authentication-methods`, 'delete:authentication_methods'],
  ['GET', at`/user-blocks/${'auth0|ada'}`, 'read:users'],
  ['DELETE', at`/user-blocks/${'auth0|ada'}`, 'update:users'],
  ['GET', '/roles', 'read:roles'],
  ['GET', '/connections', 'read:connections'],
  ['GET', '/clients', 'read:clients,read:client_keys,read:client_summary'],
  ['GET', '/logs', 'read:logs,read:logs_users'],
])('answers %s %s only to the right scope', async (method, path, expected) => {
  const { call, tenant } = await startTenant({ users });

  const { status, body } = await call(method, path, { scope: 'delete:connections' });

  expect(status).toBe(403);
  expect(body).toEqual({
    statusCode: 403,
    error: 'Forbidden',
    message: `Insufficient scope, expected any of: ${expected}`,
    errorCode: 'insufficient_scope',
  });
  expect(tenant.user('auth0|ada')).toBeDefined();
});

it('needs both scopes where only both suffice', async () => {
  const { call } = await startTenant({ users });

  expect((await call('GET', `${ada}/roles`, { scope: 'read:users' })).status).toBe(403);
  expect((await call('GET', `${ada}/roles`, { scope: 'read:users read:roles' })).status).toBe(200);
  expect((await call('GET', `${ada}/roles`, { scope: 'read:role_members' })).status).toBe(200);
});

it.each([undefined, 'Bearer x', 'Basic abc'])('answers 401 to %s', async (authorization) => {
  const { tenant } = await startTenant({ users });

  const headers = authorization ? { Authorization: authorization } : undefined;
  const response = await tenant.fetch(new Request(`${tenantUrl}/api/v2/users`, { headers }));

  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({
    statusCode: 401,
    error: 'Unauthorized',
    message: 'Invalid token.',
  });
});

it('answers 401 when the token has expired', async () => {
  const { tenant, pass } = await startTenant({ users });
  const token = await machineToken(tenant);

  pass(86_400_001);
  const headers = { Authorization: `Bearer ${token}` };
  const response = await tenant.fetch(new Request(`${tenantUrl}/api/v2/users`, { headers }));

  expect(response.status).toBe(401);
  expect(await response.json()).toMatchObject({
    message: 'Expired token received for JSON Web Token validation',
  });
});

it('does not know other addresses', async () => {
  const { call } = await startTenant({ users });

  expect(await call('GET', '/nothing')).toMatchObject({ status: 404, body: { message: 'Not Found' } });
  expect(await call('PUT', '/users')).toMatchObject({ status: 404 });
});

it('refuses a body that is not JSON', async () => {
  const { tenant } = await startTenant({ users });
  const send = async (type: string, body: string) => {
    const headers = { Authorization: `Bearer ${await machineToken(tenant)}`, 'Content-Type': type };
    return tenant.fetch(new Request(`${tenantUrl}/api/v2/users`, { method: 'POST', headers, body }));
  };

  expect((await send('application/json', '{"a"')).status).toBe(400);
  expect((await send('text/plain', '{}')).status).toBe(415);
  expect((await send('application/json', `"${'x'.repeat(1_100_000)}"`)).status).toBe(413);
});

it('counts in the headers and refuses nothing without a plan', async () => {
  const { call } = await startTenant({ users });

  const { status, headers } = await call('GET', ada);

  expect(status).toBe(200);
  expect(Number(headers.get('x-ratelimit-limit'))).toBeGreaterThan(1000);
  expect(headers.get('x-ratelimit-remaining')).toBe('9999');
  expect(Number(headers.get('x-ratelimit-reset'))).toBeCloseTo(Date.parse('2026-03-01T12:00:00Z') / 1000, -1);
});

it('lets a free plan burst two, then one each half second', async () => {
  const { call, pass } = await startTenant({ users, faults: { plan: 'free' } });

  expect((await call('GET', ada)).status).toBe(200);
  expect((await call('GET', ada)).headers.get('x-ratelimit-remaining')).toBe('0');
  const refused = await call('GET', ada);
  pass(500);
  const later = await call('GET', ada);

  expect(refused.status).toBe(429);
  expect(refused.body).toEqual({
    statusCode: 429,
    error: 'Too Many Requests',
    message: 'Global limit has been reached',
    errorCode: 'too_many_requests',
  });
  expect(refused.headers.get('x-ratelimit-limit')).toBe('2');
  expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-03-01T12:00:01Z') / 1000));
  expect(later.status).toBe(200);
});

it('counts groups apart on a professional plan', async () => {
  const { call } = await startTenant({ users, faults: { plan: 'professional' } });
  const statuses = [];

  for (let turn = 0; turn < 6; turn += 1) statuses.push((await call('GET', '/connections')).status);
  const other = await call('GET', ada);

  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  expect(other).toMatchObject({ status: 200 });
  expect(other.headers.get('x-ratelimit-limit')).toBe('40');
});

it('does wrong what it is told to, in that order, then goes on', async () => {
  const { call, tenant } = await startTenant({ users });
  tenant.faults.next.push(
    { kind: 'status', status: 429, headers: { 'Retry-After': '2' } },
    { kind: 'status', status: 503 },
    { kind: 'drop' },
    { kind: 'truncated' },
    { kind: 'html' },
  );

  const limited = await call('GET', ada);
  expect(limited).toMatchObject({ status: 429, body: { errorCode: 'too_many_requests' } });
  expect(limited.headers.get('Retry-After')).toBe('2');
  expect(limited.headers.get('x-ratelimit-remaining')).toBe('0');
  expect((await call('GET', ada)).status).toBe(503);
  await expect(call('GET', ada)).rejects.toThrow(TypeError);
  expect(await call('GET', ada)).toMatchObject({
    status: 200,
    body: expect.stringMatching(/^\{"user_id".*[^}]$/s),
  });
  expect(await call('GET', ada)).toMatchObject({
    status: 200,
    body: expect.stringContaining('<!doctype html>'),
  });
  expect(await call('GET', ada)).toMatchObject({ status: 200, body: { user_id: 'auth0|ada' } });
});

it('fails every call when the rate of failure is 1', async () => {
  const { call } = await startTenant({
    users,
    faults: { failRate: 1, failWith: { kind: 'status', status: 502 } },
  });

  expect((await call('GET', ada)).status).toBe(502);
});

it.each<Partial<Faults>>([{ next: [{ kind: 'silence' }] }, { latencyMs: 1_000_000 }])(
  'lets the caller give up waiting: %j',
  async (faults) => {
    const { call } = await startTenant({ users, faults });
    const abort = new AbortController();

    const answer = call('GET', ada, { signal: abort.signal });
    abort.abort(new Error('gone'));

    await expect(answer).rejects.toThrow();
  },
);

it('remembers the calls it has answered', async () => {
  const { call, tenant } = await startTenant({ users });
  tenant.faults.next.push({ kind: 'drop' });

  await call('GET', ada).catch(() => null);
  await call('GET', `${ada}?fields=email`);

  expect(tenant.calls).toEqual([
    { method: 'GET', path: '/api/v2/users/auth0%7Cada', query: '', status: 0 },
    { method: 'GET', path: '/api/v2/users/auth0%7Cada', query: '?fields=email', status: 200 },
  ]);
});

it('logs each write with the client, the correlation id and no password', async () => {
  const { call, tenant } = await startTenant({ users });

  await call('GET', ada);
  await call('PATCH', ada, {
    body: { password: 'Brand-new-1' },
    headers: { 'X-Correlation-ID': 'c'.repeat(70), 'User-Agent': 'test' },
  });
  await call('PATCH', ada, { body: { colour: 'red' } });

  const written = tenant.logs().filter(({ type }) => type === 'sapi');
  expect(written).toHaveLength(1);
  expect(written[0]).toMatchObject({
    description: 'Update a User',
    client_id: 'machine',
    client_name: 'Machine',
    references: { correlation_id: 'c'.repeat(64) },
    details: {
      request: {
        method: 'patch',
        path: '/api/v2/users/auth0%7Cada',
        body: { password: '*****' },
        channel: 'api',
      },
      response: { statusCode: 200, body: { user_id: 'auth0|ada' } },
    },
  });
  expect(JSON.stringify(tenant.logs())).not.toContain('Brand-new-1');
});
