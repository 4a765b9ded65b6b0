import { expect, it } from 'vitest';
import { askToken } from './example-flow.ts';
import { app, appOrigin, tenantUrl } from './example-seed.ts';
import { startTenant } from './example-tenant.ts';

it('describes itself', async () => {
  const tenant = await startTenant();

  const description = await (await tenant.call('/.well-known/openid-configuration')).json();

  expect(description).toMatchObject({
    issuer: `${tenantUrl}/`,
    jwks_uri: `${tenantUrl}/.well-known/jwks.json`,
    token_endpoint: `${tenantUrl}/oauth/token`,
  });
});

it.each([
  '/oauth/token',
  '/oauth/revoke',
  '/userinfo',
  '/.well-known/jwks.json',
  '/.well-known/openid-configuration',
])('lets an app of the tenant call %s from its own origin, and no other origin', async (path) => {
  const tenant = await startTenant();
  const ask = (Origin: string) =>
    tenant.call(path, {
      method: 'OPTIONS',
      headers: {
        Origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,auth0-client',
      },
    });

  const [known, foreign] = [await ask(appOrigin), await ask('https://evil.example')];

  expect(known.status).toBe(204);
  expect(known.headers.get('Access-Control-Allow-Origin')).toBe(appOrigin);
  expect(known.headers.get('Access-Control-Allow-Headers')).toContain('auth0-client');
  expect(foreign.headers.has('Access-Control-Allow-Origin')).toBe(false);
});

it('lets an app read a refusal from its own origin', async () => {
  const tenant = await startTenant();

  const response = await tenant.call('/oauth/token', {
    method: 'POST',
    headers: { Origin: appOrigin },
    body: new URLSearchParams({ client_id: app.client_id }),
  });

  expect(response.status).toBe(400);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe(appOrigin);
});

it('opens a profile to a token for another API that was asked for with openid', async () => {
  const tenant = await startTenant();
  const answer = await askToken(tenant, {
    grant_type: 'password',
    username: 'ada@example.com',
    password: 'correct horse',
    audience: 'https://api.example',
    scope: 'openid email',
  });
  const { access_token } = await answer.json();

  const response = await tenant.call('/userinfo', { headers: { Authorization: `Bearer ${access_token}` } });

  expect(await response.json()).toEqual({ sub: 'auth0|ada', email: 'ada@example.com', email_verified: true });
});

it.each([undefined, 'Bearer nonsense', 'Bearer a.b.c'])('opens no profile to %s', async (Authorization) => {
  const tenant = await startTenant();

  const response = await tenant.call('/userinfo', { headers: Authorization ? { Authorization } : {} });

  expect(response.status).toBe(401);
  expect((await response.json()).error).toBe('invalid_token');
});

it('promises a password mail in plain text, to a stranger too', async () => {
  const tenant = await startTenant();
  const ask = (email: string) =>
    tenant.call('/dbconnections/change_password', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ client_id: 'app', email, connection: 'Username-Password-Authentication' }),
    });

  const [known, stranger] = [await ask('ada@example.com'), await ask('nobody@example.com')];

  const text = "We've just sent you an email to reset your password.";
  expect([known.status, await known.text()]).toEqual([200, text]);
  expect([stranger.status, await stranger.text()]).toEqual([200, text]);
  expect(tenant.store.logsOf('auth0|ada')[0]).toMatchObject({ type: 'scpr' });
});

it('asks for email and connection before it promises a password mail', async () => {
  const tenant = await startTenant();

  const response = await tenant.call('/dbconnections/change_password', {
    method: 'POST',
    body: new URLSearchParams({ email: 'ada@example.com', connection: 'google-oauth2' }),
  });

  expect(response.status).toBe(400);
});
