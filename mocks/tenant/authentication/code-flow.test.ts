import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { api, authorizeAddress, exchange, locationOf, startTenant, tenantUrl } from './example-tenant.ts';

it('signs a person in by page and code, and gives tokens that say who he is', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();

  const toLogin = await browser.get(await authorizeAddress());
  const page = await browser.get(locationOf(toLogin).href);
  const back = await browser.submit(locationOf(toLogin).href, {
    username: 'ada@example.com',
    password: 'correct horse',
  });
  const answer = await (await exchange(tenant, locationOf(back).searchParams.get('code') ?? '')).json();

  expect(await page.text()).toContain('Example app');
  expect(locationOf(back).origin).toBe('https://app.example');
  expect(locationOf(back).searchParams.get('state')).toBe('a state');
  expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 600, scope: 'openid profile email' });
  expect(decodeJwt(answer.access_token)).toMatchObject({
    iss: `${tenantUrl}/`,
    sub: 'auth0|ada',
    aud: [api, `${tenantUrl}/userinfo`],
    azp: 'app',
    permissions: ['read:things'],
  });
  expect(decodeJwt(answer.id_token)).toMatchObject({
    sub: 'auth0|ada',
    aud: 'app',
    nonce: 'a nonce',
    email: 'ada@example.com',
  });
});
