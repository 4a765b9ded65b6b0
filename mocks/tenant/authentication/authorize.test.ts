import { expect, it } from 'vitest';
import { authorizeAddress, codeFrom, exchange, locationOf, rightPassword, signIn } from './example-flow.ts';
import { appUrl } from './example-seed.ts';
import { startTenant } from './example-tenant.ts';

it.each<[string, Record<string, string | null>]>([
  ['an unknown client', { client_id: 'nobody' }],
  ['no client', { client_id: null }],
  ['an unknown callback', { redirect_uri: 'https://evil.example/' }],
  ['a callback that only begins like a known one', { redirect_uri: `${appUrl}evil` }],
  ['no callback', { redirect_uri: null }],
  ['a callback of script', { redirect_uri: 'javascript:alert(1)' }],
])('shows a page and redirects nowhere for %s', async (_, changes) => {
  const tenant = await startTenant();

  const response = await tenant.call(await authorizeAddress({ ...changes, prompt: 'none' }));

  expect(response.status).toBe(400);
  expect(response.headers.get('Content-Type')).toContain('text/html');
  expect(response.headers.has('Location')).toBe(false);
});

it.each<[string, Record<string, string | null>, string, string]>([
  [
    'no response_type',
    { response_type: null },
    'invalid_request',
    'Missing required parameter: response_type',
  ],
  [
    'a token as response_type',
    { response_type: 'token' },
    'unsupported_response_type',
    'Unsupported response type: token',
  ],
  [
    'an unknown response_mode',
    { response_mode: 'pigeon' },
    'invalid_request',
    'Unsupported response mode: pigeon',
  ],
  [
    'no challenge from a public client',
    { code_challenge: null },
    'invalid_request',
    'Missing required parameter: code_challenge',
  ],
  [
    'a plain challenge',
    { code_challenge_method: 'plain' },
    'invalid_request',
    'code_challenge_method must be S256',
  ],
  [
    'an unknown API',
    { audience: 'https://else.example' },
    'access_denied',
    'Service not found: https://else.example',
  ],
  ['none among other prompts', { prompt: 'none login' }, 'invalid_request', 'Invalid prompt: none login'],
  ['an unknown prompt', { prompt: 'sing' }, 'invalid_request', 'Invalid prompt: sing'],
  ['a max_age in words', { max_age: 'soon' }, 'invalid_request', 'max_age must be a number of seconds'],
  [
    'an unknown organization',
    { organization: 'org_else' },
    'invalid_request',
    'parameter organization is invalid: org_else',
  ],
  [
    'an invitation without organization',
    { invitation: 'i' },
    'invalid_request',
    'parameter organization is required with an invitation',
  ],
  ['an unknown connection', { connection: 'nowhere' }, 'invalid_request', 'the connection was not found'],
  [
    'a connection of other clients',
    { connection: 'Elsewhere' },
    'invalid_request',
    'the connection was not found',
  ],
])('tells the app of %s', async (_, changes, error, description) => {
  const tenant = await startTenant();

  const response = await tenant.call(await authorizeAddress(changes));

  const location = locationOf(response);
  expect(location.href.startsWith(appUrl)).toBe(true);
  expect(Object.fromEntries(location.searchParams)).toEqual({
    error,
    error_description: description,
    state: 'a state',
  });
});

it('keeps what a callback’s own query says', async () => {
  const tenant = await startTenant();
  const redirect_uri = `${appUrl}callback?from=tenant`;

  const response = await signIn(tenant.browser(), { request: { redirect_uri } });

  expect(Object.fromEntries(locationOf(response).searchParams)).toEqual({
    from: 'tenant',
    code: expect.any(String),
    state: 'a state',
  });
});

it('answers in the fragment when asked to', async () => {
  const tenant = await startTenant();

  const response = await signIn(tenant.browser(), { request: { response_mode: 'fragment' } });

  const location = locationOf(response);
  expect(location.search).toBe('');
  expect(new URLSearchParams(location.hash.slice(1)).get('state')).toBe('a state');
});

it('answers by a form that posts itself when asked to', async () => {
  const tenant = await startTenant();

  const response = await signIn(tenant.browser(), {
    request: { response_mode: 'form_post', state: '"><b>' },
  });

  const page = await response.text();
  expect(page).toContain(`method="post" action="${appUrl}"`);
  expect(page).toContain('name="state" value="&quot;&gt;&lt;b&gt;"');
});

it('lets a person in without a page while the browser’s session lasts', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  await signIn(browser);

  const response = await browser.get(await authorizeAddress());

  expect(locationOf(response).searchParams.has('code')).toBe(true);
});

it.each<[string, Record<string, string | null>]>([
  ['prompt=login', { prompt: 'login' }],
  ['prompt=select_account', { prompt: 'select_account' }],
  ['a max_age that has passed', { max_age: '60' }],
])('asks for the password again on %s', async (_, changes) => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  await signIn(browser);
  tenant.pass(61);

  const response = await browser.get(await authorizeAddress(changes));

  expect(locationOf(response).pathname).toBe('/u/login');
});

it('tells the time of the sign-in to an app that limits its age', async () => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser(), { max_age: '60' });

  const { id_token } = await (await exchange(tenant, code)).json();

  expect(JSON.parse(atob(id_token.split('.')[1])).auth_time).toBe(tenant.store.now() / 1000);
});

it('names the organization in the tokens of a member', async () => {
  const tenant = await startTenant();
  const code = await codeFrom(tenant.browser(), { organization: 'acme' });

  const { access_token, id_token } = await (await exchange(tenant, code)).json();

  const claims = JSON.parse(atob(access_token.split('.')[1]));
  expect(claims).toMatchObject({ org_id: 'org_acme', org_name: 'acme', permissions: [] });
  expect(JSON.parse(atob(id_token.split('.')[1])).org_id).toBe('org_acme');
});

it('refuses an organization to a person outside it', async () => {
  const tenant = await startTenant();

  const response = await signIn(tenant.browser(), {
    fields: { ...rightPassword, username: 'bob@example.com' },
    request: { organization: 'org_acme' },
  });

  expect(locationOf(response).searchParams.get('error')).toBe('access_denied');
});

it('ends a session when the password has been changed', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  await signIn(browser);
  const record = tenant.store.user('auth0|ada');
  if (record) tenant.store.saveUser({ ...record, password: 'another' });

  const response = await browser.get(await authorizeAddress());

  expect(locationOf(response).pathname).toBe('/u/login');
});

it.each([
  ['lasts while it is used', [2, 4, 6], true],
  ['ends after three days without use', [4], false],
  ['ends after seven days in any case', [2, 4, 6, 8], false],
])('knows a session that %s', async (_, visitsOnDays, lasts) => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  await signIn(browser);

  let passed = 0;
  let last = locationOf(await browser.get(await authorizeAddress()));
  for (const day of visitsOnDays) {
    tenant.pass((day - passed) * 86_400);
    passed = day;
    last = locationOf(await browser.get(await authorizeAddress()));
  }

  expect(last.searchParams.has('code')).toBe(lasts);
});
