import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { askToken } from './example-flow.ts';
import { api, backEnd, managementApi } from './example-seed.ts';
import { type ExampleTenant, startTenant } from './example-tenant.ts';

const credentials = { client_id: backEnd.client_id, client_secret: backEnd.client_secret ?? '' };
const machine = { ...credentials, grant_type: 'client_credentials', audience: managementApi };
const password = {
  grant_type: 'password',
  username: 'ada@example.com',
  password: 'correct horse',
  audience: api,
};

function postForm(tenant: ExampleTenant, fields: Record<string, string>, headers?: Record<string, string>) {
  return tenant.call('/oauth/token', { method: 'POST', headers, body: new URLSearchParams(fields) });
}

it('gives a client with its secret a token of its own with all scopes of its grant', async () => {
  const tenant = await startTenant();

  const response = await askToken(tenant, machine);

  const answer = await response.json();
  expect(answer).toEqual({
    access_token: expect.any(String),
    scope: 'read:users update:users',
    expires_in: 86_400,
    token_type: 'Bearer',
  });
  expect(decodeJwt(answer.access_token)).toEqual({
    iss: 'https://tenant.example/',
    sub: 'back-end@clients',
    aud: managementApi,
    iat: expect.any(Number),
    exp: expect.any(Number),
    scope: 'read:users update:users',
    azp: 'back-end',
    gty: 'client-credentials',
  });
  expect(response.headers.get('Cache-Control')).toBe('no-store');
});

it('takes a form, and a secret as HTTP Basic', async () => {
  const tenant = await startTenant();
  const basic = btoa(`back-end:${encodeURIComponent(backEnd.client_secret ?? '')}`);

  const response = await postForm(
    tenant,
    { grant_type: 'client_credentials', audience: managementApi, scope: 'read:users delete:users' },
    { Authorization: `Basic ${basic}` },
  );

  expect((await response.json()).scope).toBe('read:users');
});

it.each<[string, Record<string, string>, number, string, string]>([
  [
    'a wrong secret',
    { ...machine, client_secret: 'x' },
    401,
    'invalid_client',
    'Client authentication failed',
  ],
  [
    'an unknown client',
    { ...machine, client_id: 'x' },
    401,
    'invalid_client',
    'Client authentication failed',
  ],
  ['no grant type', { grant_type: '' }, 400, 'invalid_request', 'Missing required parameter: grant_type'],
  [
    'an unknown grant type',
    { grant_type: 'toString' },
    400,
    'unsupported_grant_type',
    'Unsupported grant type: toString',
  ],
  [
    'a grant the client may not use',
    { ...machine, ...password },
    403,
    'unauthorized_client',
    "Grant type 'password' not allowed for the client.",
  ],
  [
    'an API the client has no grant for',
    { ...machine, audience: api },
    403,
    'access_denied',
    `Client is not authorized to access "${api}".`,
  ],
  [
    'an unknown API',
    { ...machine, audience: 'x' },
    403,
    'access_denied',
    'Service not enabled within domain: x',
  ],
  [
    'no code',
    { grant_type: 'authorization_code' },
    400,
    'invalid_request',
    'Missing required parameter: code',
  ],
  [
    'a wrong password',
    { ...password, password: 'x' },
    403,
    'invalid_user_password',
    'Wrong email or password',
  ],
  [
    'an unknown person',
    { ...password, username: 'x' },
    403,
    'invalid_user_password',
    'Wrong email or password',
  ],
  [
    'a blocked person',
    { ...password, username: 'mallory@example.com' },
    403,
    'unauthorized',
    'user is blocked',
  ],
  [
    'an unknown realm',
    { ...password, realm: 'x' },
    403,
    'unauthorized_client',
    'the connection was not found',
  ],
  [
    'a password for an unknown API',
    { ...password, audience: 'x' },
    403,
    'access_denied',
    'Service not enabled within domain: x',
  ],
])('refuses %s', async (_, parameters, status, error, description) => {
  const tenant = await startTenant();

  const response = await askToken(tenant, parameters);

  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ error, error_description: description });
});

it.each(['{', '[]', 'null', '"text"'])('refuses the body %s', async (body) => {
  const tenant = await startTenant();

  const response = await tenant.call('/oauth/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });

  expect(response.status).toBe(400);
  expect((await response.json()).error).toBe('invalid_request');
});

it('refuses a body beyond 100 kB', async () => {
  const tenant = await startTenant();

  const response = await postForm(tenant, { grant_type: 'x'.repeat(100_001) });

  expect(response.status).toBe(413);
});

it.each(['password', 'http://auth0.com/oauth/grant-type/password-realm'])(
  'gives a person’s token by %s',
  async (grant_type) => {
    const tenant = await startTenant();
    const realm = 'Username-Password-Authentication';

    const response = await askToken(tenant, { ...password, grant_type, realm, scope: 'openid read:things' });

    const { access_token, scope } = await response.json();
    expect(scope).toBe('openid read:things');
    expect(decodeJwt(access_token)).toMatchObject({ sub: 'auth0|ada', gty: 'password', azp: 'app' });
    expect(tenant.store.logsOf('auth0|ada')[0]).toMatchObject({ type: 'sepft' });
  },
);

it('locks after ten failures, whatever the password then', async () => {
  const tenant = await startTenant();
  for (let count = 0; count < 10; count += 1) await askToken(tenant, { ...password, password: 'x' });

  const response = await askToken(tenant, password);

  expect(response.status).toBe(429);
  expect((await response.json()).error).toBe('too_many_requests');
});

it('adds permissions held directly to those of roles', async () => {
  const tenant = await startTenant();

  const response = await askToken(tenant, { ...password, username: 'bob@example.com' });

  expect(decodeJwt((await response.json()).access_token).permissions).toEqual([
    'read:things',
    'write:things',
  ]);
});

it('lets a person’s token for the Management API touch only his own account', async () => {
  const tenant = await startTenant();

  const response = await askToken(tenant, {
    ...password,
    audience: managementApi,
    scope: 'openid read:users update:users read:current_user update:current_user_metadata',
  });

  expect((await response.json()).scope).toBe('openid read:current_user update:current_user_metadata');
});
