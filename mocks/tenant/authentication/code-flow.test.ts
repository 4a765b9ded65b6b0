import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { askToken, authorizeAddress, codeFrom, exchange, locationOf, rightPassword } from './example-flow.ts';
import { api, backEnd, openApi, tenantUrl } from './example-seed.ts';
import { startTenant } from './example-tenant.ts';

const invalidCode = { error: 'invalid_grant', error_description: 'Invalid authorization code' };

it('signs a person in by page and code, and gives tokens that say who he is', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();

  const toLogin = await browser.get(await authorizeAddress());
  const page = await browser.get(locationOf(toLogin).href);
  const back = await browser.submit(locationOf(toLogin).href, rightPassword);
  const answer = await (await exchange(tenant, locationOf(back).searchParams.get('code') ?? '')).json();

  expect(await page.text()).toContain('Example app');
  expect(locationOf(back).origin).toBe('https://app.example');
  expect(locationOf(back).searchParams.get('state')).toBe('a state');
  expect(answer).toMatchObject({
    token_type: 'Bearer',
    expires_in: 600,
    scope: 'openid profile email',
  });
  expect(answer).not.toHaveProperty('refresh_token');
  const claims = decodeJwt(answer.access_token);
  expect(claims).toMatchObject({
    iss: `${tenantUrl}/`,
    sub: 'auth0|ada',
    aud: [api, `${tenantUrl}/userinfo`],
    azp: 'app',
    permissions: ['read:things'],
  });
  expect(claims).not.toHaveProperty('gty');
  expect(decodeJwt(answer.id_token)).toMatchObject({
    iss: `${tenantUrl}/`,
    sub: 'auth0|ada',
    aud: 'app',
    nonce: 'a nonce',
    sid: expect.any(String),
    name: 'ada',
    email: 'ada@example.com',
  });
});

it('tells an ID token only what the scopes allow', async () => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser(), { scope: 'openid' });

  const { id_token } = await (await exchange(tenant, code)).json();

  expect(decodeJwt(id_token)).not.toHaveProperty('email');
  expect(decodeJwt(id_token)).not.toHaveProperty('name');
});

it('grants of what is asked for only what the person holds, and lists all that he holds', async () => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser(), { scope: 'read:things write:things' });

  const answer = await (await exchange(tenant, code)).json();

  expect(answer.scope).toBe('read:things');
  expect(answer).not.toHaveProperty('id_token');
  expect(decodeJwt(answer.access_token)).toMatchObject({
    aud: api,
    scope: 'read:things',
    permissions: ['read:things'],
  });
});

it('grants any defined scope of an API without RBAC, in the dialect of that API', async () => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser(), { audience: openApi, scope: 'read:all read:else' });

  const answer = await (await exchange(tenant, code)).json();

  expect(answer).toMatchObject({ scope: 'read:all', expires_in: 300 });
  const claims = decodeJwt(answer.access_token);
  expect(claims).toMatchObject({ client_id: 'app', jti: expect.any(String) });
  expect(claims).not.toHaveProperty('permissions');
  expect(atob(answer.access_token.split('.')[0])).toContain('"typ":"at+jwt"');
});

it('takes a code once', async () => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser());
  await exchange(tenant, code);

  const again = await exchange(tenant, code);

  expect(again.status).toBe(403);
  expect(await again.json()).toEqual(invalidCode);
});

it('takes a code for one minute', async () => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser());
  tenant.pass(61);

  const late = await exchange(tenant, code);

  expect(late.status).toBe(403);
  expect(await late.json()).toEqual(invalidCode);
});

it.each([
  ['another verifier', { code_verifier: 'something else' }, 'Failed to verify code verifier'],
  ['another redirect_uri', { redirect_uri: 'https://app.example/bye' }, 'The redirect URI is wrong.'],
])('refuses a code with %s, and the code is spent', async (_, changes, description) => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser());

  const refused = await exchange(tenant, code, changes);

  expect(refused.status).toBe(403);
  expect(await refused.json()).toEqual({ error: 'invalid_grant', error_description: description });
  expect((await exchange(tenant, code)).status).toBe(403);
});

it('refuses a code without the verifier that it was asked for with', async () => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser());

  const refused = await askToken(tenant, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: 'https://app.example/',
  });

  expect(refused.status).toBe(403);
  expect((await refused.json()).error_description).toBe('Failed to verify code verifier');
});

it('refuses a code that was given to another client', async () => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser());

  const refused = await exchange(tenant, code, {
    client_id: backEnd.client_id,
    client_secret: backEnd.client_secret ?? '',
  });

  expect(await refused.json()).toEqual(invalidCode);
});

it('honours codes and sessions that another instance over the same storage has given', async () => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser());

  const response = await exchange(await tenant.reopened(), code);

  expect(response.status).toBe(200);
});

it('gives an app without an API an opaque token that opens the person’s profile', async () => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser(), { audience: null });

  const answer = await (await exchange(tenant, code)).json();
  const profile = await tenant.call('/userinfo', {
    headers: { Authorization: `Bearer ${answer.access_token}` },
  });

  expect(answer.access_token.split('.')).toHaveLength(1);
  expect(await profile.json()).toMatchObject({ sub: 'auth0|ada', email: 'ada@example.com' });
});
