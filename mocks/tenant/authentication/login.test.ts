import { expect, it } from 'vitest';
import { authorizeAddress, locationOf, signIn } from './example-flow.ts';
import { type ExampleTenant, startTenant } from './example-tenant.ts';

const wrong = { username: 'ada@example.com', password: 'wrong' };
const right = { username: 'ada@example.com', password: 'correct horse' };
const locked = 'Your account has been blocked after multiple consecutive login attempts.';

async function failTenTimes(tenant: ExampleTenant, fields = wrong): Promise<Response> {
  for (let count = 1; count < 10; count += 1) await signIn(tenant.browser(), { fields });
  return signIn(tenant.browser(), { fields });
}

function typesOf(tenant: ExampleTenant, userId = 'auth0|ada'): string[] {
  return tenant.store.logsOf(userId).map(({ type }) => type);
}

it('shows a form that works anywhere: absolute address, no script, labels for both fields', async () => {
  const tenant = await startTenant();
  const toLogin = await tenant.call(await authorizeAddress());

  const page = await (await tenant.call(locationOf(toLogin).href)).text();

  expect(page).toContain(`<form method="post" action="${locationOf(toLogin).href}"`);
  expect(page).not.toContain('<script');
  expect(page).toContain('<label for="username">');
  expect(page).toContain('<label for="password">');
});

it('begins with the address that the app hints at', async () => {
  const tenant = await startTenant();
  const toLogin = await tenant.call(await authorizeAddress({ login_hint: 'ada@example.com' }));

  const page = await (await tenant.call(locationOf(toLogin).href)).text();

  expect(page).toContain('value="ada@example.com"');
});

it.each(['"><script>alert(1)</script>', '<img src=x onerror=alert(1)>', "' autofocus onfocus='alert(1)"])(
  'shows the hint %s as text',
  async (login_hint) => {
    const tenant = await startTenant();
    const toLogin = await tenant.call(await authorizeAddress({ login_hint }));

    const page = await (await tenant.call(locationOf(toLogin).href)).text();

    expect(page).not.toContain(login_hint);
    expect(page).not.toMatch(/<(script|img)/);
    expect(page).not.toContain("onfocus='");
  },
);

it('shows what was typed as text', async () => {
  const tenant = await startTenant();

  const response = await signIn(tenant.browser(), {
    fields: { username: '"><script>alert(1)</script>', password: 'x' },
  });

  expect(await response.text()).not.toContain('<script>alert');
});

it.each(['<script>alert(1)</script>', 'unknown'])(
  'shows a page of its own for the state %s',
  async (state) => {
    const tenant = await startTenant();

    const response = await tenant.call(`/u/login?state=${encodeURIComponent(state)}`);

    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain(state);
  },
);

it.each(['client_id', 'redirect_uri'])('shows an unknown %s as text', async (parameter) => {
  const tenant = await startTenant();

  const response = await tenant.call(await authorizeAddress({ [parameter]: '<script>alert(1)</script>' }));

  const page = await response.text();
  expect(page).toContain('&lt;script&gt;alert(1)');
  expect(page).not.toContain('<script>');
});

it('says which field is empty', async () => {
  const tenant = await startTenant();

  const page = await (await signIn(tenant.browser(), { fields: { username: '  ', password: '' } })).text();

  expect(page).toContain('Enter your email or username.');
  expect(page).toContain('Enter your password.');
  expect(page).toContain('aria-describedby="password-error"');
});

it('says no more than that one of the two is wrong', async () => {
  const tenant = await startTenant();
  const body = async (fields: Record<string, string>) =>
    (await (await signIn(tenant.browser(), { fields })).text()).replace(/action="[^"]*"|value="[^"]*"/g, '');

  const known = await body(wrong);
  const unknown = await body({ username: 'nobody@example.com', password: 'wrong' });

  expect(known).toContain('Wrong email or password.');
  expect(unknown).toBe(known);
  expect(typesOf(tenant)).toEqual(['fp']);
  expect(tenant.store.logBook.all()[0]).toMatchObject({ type: 'fu', user_name: 'nobody@example.com' });
});

it.each(['ADA@Example.com', 'ada-l', ' ada@example.com '])('knows a person by %j', async (username) => {
  const tenant = await startTenant();

  const response = await signIn(tenant.browser(), { fields: { ...right, username } });

  expect(locationOf(response).searchParams.has('code')).toBe(true);
});

it('does not sign in by a database that the client may not use', async () => {
  const tenant = await startTenant();

  const response = await signIn(tenant.browser(), {
    fields: { ...right, username: 'elsewhere@example.com' },
  });

  expect(await response.text()).toContain('Wrong email or password.');
});

it('notes a sign-in in the profile and in the log', async () => {
  const tenant = await startTenant();

  await signIn(tenant.browser());

  expect(tenant.store.user('auth0|ada')?.profile).toMatchObject({
    last_login: new Date(tenant.store.now()).toISOString(),
    last_ip: '127.0.0.1',
    logins_count: 4,
  });
  expect(tenant.store.logsOf('auth0|ada')[0]).toMatchObject({
    type: 's',
    client_id: 'app',
    client_name: 'Example app',
    connection: 'Username-Password-Authentication',
    strategy: 'auth0',
  });
});

it('sends a blocked person back to the app, counts his visit all the same, and starts no session', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();

  const response = await signIn(browser, { fields: { ...right, username: 'mallory@example.com' } });

  expect(Object.fromEntries(locationOf(response).searchParams)).toEqual({
    error: 'unauthorized',
    error_description: 'user is blocked',
    state: 'a state',
  });
  expect(tenant.store.user('auth0|mallory')?.profile.logins_count).toBe(1);
  expect(typesOf(tenant, 'auth0|mallory')).toEqual(['f']);
  expect(locationOf(await browser.get(await authorizeAddress())).pathname).toBe('/u/login');
});

it('locks after ten failures from one address, whatever the password then', async () => {
  const tenant = await startTenant();

  const tenth = await failTenTimes(tenant);
  const after = await signIn(tenant.browser(), { fields: right });

  expect(await tenth.text()).toContain(locked);
  expect(await after.text()).toContain(locked);
  expect(tenant.store.user('auth0|ada')?.bruteForceBlocks).toMatchObject([
    { identifier: 'ada@example.com', ip: '127.0.0.1', connection: 'Username-Password-Authentication' },
  ]);
  expect(typesOf(tenant).slice(0, 3)).toEqual(['limit_wc', 'limit_wc', 'fp']);
});

it('mails a way out to whoever is locked', async () => {
  const tenant = await startTenant();
  await failTenTimes(tenant);

  const [mail] = tenant.store.outbox.all();
  const opened = await tenant.call(mail?.url ?? '');
  const again = await tenant.call(mail?.url ?? '');
  const entered = await signIn(tenant.browser(), { fields: right });

  expect(mail).toMatchObject({ kind: 'blocked_account', to: 'ada@example.com' });
  expect(mail?.url).toMatch(/^https:\/\/tenant\.example\/u\/unblock-account\?ticket=/);
  expect([opened.status, again.status]).toEqual([200, 400]);
  expect(locationOf(entered).searchParams.has('code')).toBe(true);
  expect(tenant.store.outbox.all()).toHaveLength(1);
});

it('locks an unknown name in the same words', async () => {
  const tenant = await startTenant();

  const tenth = await failTenTimes(tenant, { ...wrong, username: 'nobody@example.com' });

  expect(await tenth.text()).toContain(locked);
});

it('counts from the start once the block has been taken off', async () => {
  const tenant = await startTenant();
  await failTenTimes(tenant);
  const record = tenant.store.user('auth0|ada');
  if (record) tenant.store.saveUser({ ...record, bruteForceBlocks: [] });

  const failed = await signIn(tenant.browser(), { fields: wrong });
  const entered = await signIn(tenant.browser(), { fields: right });

  expect(await failed.text()).not.toContain(locked);
  expect(locationOf(entered).searchParams.has('code')).toBe(true);
});

it('forgets failures after a sign-in', async () => {
  const tenant = await startTenant();
  for (let count = 1; count < 10; count += 1) await signIn(tenant.browser(), { fields: wrong });
  await signIn(tenant.browser(), { fields: right });

  const response = await signIn(tenant.browser(), { fields: wrong });

  expect(await response.text()).toContain('Wrong email or password.');
});

it('takes a sign-in page once', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  const page = locationOf(await browser.get(await authorizeAddress())).href;
  await browser.submit(page, right);

  const again = await browser.submit(page, right);

  expect(again.status).toBe(400);
  expect(again.headers.has('Location')).toBe(false);
});
