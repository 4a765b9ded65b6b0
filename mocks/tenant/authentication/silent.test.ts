import { expect, it } from 'vitest';
import { authorizeAddress, locationOf, signIn } from './example-flow.ts';
import { startTenant } from './example-tenant.ts';

const silently = { prompt: 'none', response_mode: 'web_message' };

/** What the page would post, and to whom. */
async function posted(response: Response) {
  const page = await response.text();
  const data = /<script type="application\/json" id="authorization-response">(.*?)<\/script>/s.exec(page);
  return JSON.parse(data?.[1] ?? 'null');
}

it('posts a code to the app’s origin when the browser has a session', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  await signIn(browser);

  const response = await browser.get(await authorizeAddress(silently));

  expect(response.headers.get('Content-Security-Policy')).toContain('frame-ancestors https://app.example');
  expect(await posted(response)).toEqual({
    targetOrigin: 'https://app.example',
    message: {
      type: 'authorization_response',
      response: { code: expect.any(String), state: 'a state' },
    },
  });
  expect(tenant.store.logsOf('auth0|ada')[0]).toMatchObject({ type: 'ssa' });
});

it('posts login_required when it has none', async () => {
  const tenant = await startTenant();

  const response = await tenant.call(await authorizeAddress(silently));

  expect((await posted(response)).message.response).toEqual({
    error: 'login_required',
    error_description: 'Login required',
    state: 'a state',
  });
});

it('tells login_required by redirect to an app that asks without web_message', async () => {
  const tenant = await startTenant();

  const response = await tenant.call(await authorizeAddress({ prompt: 'none' }));

  expect(locationOf(response).searchParams.get('error')).toBe('login_required');
});

it('refuses a person who has been blocked since he signed in', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  await signIn(browser);
  const record = tenant.store.user('auth0|ada');
  if (record) tenant.store.saveUser({ ...record, profile: { ...record.profile, blocked: true } });

  const response = await browser.get(await authorizeAddress(silently));

  expect((await posted(response)).message.response).toMatchObject({
    error: 'unauthorized',
    error_description: 'user is blocked',
  });
});

it('posts nothing to an origin that is not among the web origins', async () => {
  const tenant = await startTenant();
  const request = { ...silently, client_id: 'back-end', redirect_uri: 'https://back-end.example/callback' };

  const response = await tenant.call(await authorizeAddress(request));

  expect(response.status).toBe(403);
  expect(await posted(response)).toBeNull();
});

it('lets no state end the script that carries it', async () => {
  const tenant = await startTenant();
  const state = '</script><script>alert(1)</script><!--';

  const response = await tenant.call(await authorizeAddress({ ...silently, state }));

  const page = await response.clone().text();
  expect(page).not.toContain('alert(1)</script>');
  expect((await posted(response)).message.response.state).toBe(state);
});

it('keeps one session for a browser that signs in twice', async () => {
  const tenant = await startTenant();
  const browser = tenant.browser();
  await signIn(browser);
  const [before] = tenant.store.sessions.of('auth0|ada');

  await signIn(browser, { request: { prompt: 'login' } });

  const sessions = tenant.store.sessions.of('auth0|ada');
  expect(sessions).toHaveLength(1);
  expect(sessions[0]?.id).not.toBe(before?.id);
});
