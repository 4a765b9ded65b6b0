import { expect, it } from 'vitest';
import { authorizeAddress, codeFrom, exchange, locationOf, signIn } from './example-flow.ts';
import { app, appUrl } from './example-seed.ts';
import { type Browser, startTenant } from './example-tenant.ts';

const bye = `${appUrl}bye`;

async function isSignedIn(browser: Browser): Promise<boolean> {
  return locationOf(await browser.get(await authorizeAddress())).searchParams.has('code');
}

it('ends the session and goes where the app may send people', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  await signIn(browser);

  const response = await browser.get(
    `/v2/logout?${new URLSearchParams({ client_id: app.client_id, returnTo: bye })}`,
  );

  expect(locationOf(response).href).toBe(bye);
  expect(await isSignedIn(browser)).toBe(false);
  expect(tenant.store.logsOf('auth0|ada')[0]).toMatchObject({ type: 'slo' });
});

it('goes to the first allowed address when the app names none', async () => {
  const tenant = await startTenant();

  const response = await tenant.call('/v2/logout?client_id=app');

  expect(locationOf(response).href).toBe(appUrl);
});

it('stays when nobody says where to go', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  await signIn(browser);

  const response = await browser.get('/v2/logout');

  expect(await response.text()).toBe('OK');
  expect(await isSignedIn(browser)).toBe(false);
});

it.each<[string, Record<string, string>]>([
  ['an address that is not allowed', { client_id: 'app', returnTo: 'https://evil.example/' }],
  ['an address that only begins like an allowed one', { client_id: 'app', returnTo: `${bye}.evil.example` }],
  ['an address without a client', { returnTo: bye }],
  ['an unknown client', { client_id: '<script>', returnTo: bye }],
])('redirects nowhere for %s, and ends nothing', async (_, query) => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  await signIn(browser);

  const response = await browser.get(`/v2/logout?${new URLSearchParams(query)}`);

  expect(response.status).toBe(400);
  expect(response.headers.has('Location')).toBe(false);
  expect(await response.text()).not.toContain('<script>');
  expect(await isSignedIn(browser)).toBe(true);
});

it('ends the session for the app of an ID token, even of an old one, and gives the state back', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  const { id_token } = await (await exchange(tenant, await codeFrom(browser))).json();
  tenant.pass(40_000);

  const response = await browser.get(
    `/oidc/logout?${new URLSearchParams({ id_token_hint: id_token, post_logout_redirect_uri: bye, state: 'x&y' })}`,
  );

  expect(locationOf(response).href).toBe(`${bye}?state=x%26y`);
  expect(await isSignedIn(browser)).toBe(false);
});

it.each<[string, Record<string, string>]>([
  ['a forged hint', { id_token_hint: 'a.b.c', post_logout_redirect_uri: bye }],
  ['an address that is not allowed', { client_id: 'app', post_logout_redirect_uri: 'https://evil.example/' }],
])('redirects nowhere by OpenID Connect for %s', async (_, query) => {
  const tenant = await startTenant();

  const response = await tenant.call(`/oidc/logout?${new URLSearchParams(query)}`);

  expect(response.status).toBe(400);
  expect(response.headers.has('Location')).toBe(false);
});
