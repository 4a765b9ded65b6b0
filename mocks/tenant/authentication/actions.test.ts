import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import type { Action, PostLoginEvent } from '../action.ts';
import { askToken, authorizeAddress, exchange, locationOf, rightPassword, signIn } from './example-flow.ts';
import { managementApi } from './example-seed.ts';
import { startTenant } from './example-tenant.ts';

const ada = 'auth0|ada';
const silent = { prompt: 'none' };

/** An Action that remembers what it was told. */
function watching(run: NonNullable<Action['onExecutePostLogin']> = () => {}) {
  const events: PostLoginEvent[] = [];
  const action: Action = {
    onExecutePostLogin(event, api) {
      events.push(event);
      return run(event, api);
    },
  };
  return { action, events };
}

it('runs at each sign-in, at silent authentication, and at each exchange of a refresh token', async () => {
  const { action, events } = watching();
  const tenant = await startTenant({ actions: [action] });
  const browser = tenant.browser();

  const scope = 'openid offline_access read:things';
  const code = locationOf(await signIn(browser, { request: { scope } })).searchParams.get('code') ?? '';
  const { refresh_token } = await (await exchange(tenant, code)).json();
  await browser.get(await authorizeAddress(silent));
  await askToken(tenant, { grant_type: 'refresh_token', refresh_token });
  await askToken(tenant, { grant_type: 'password', ...rightPassword });

  expect(events.map(({ transaction }) => [transaction.protocol, transaction.prompt])).toEqual([
    ['oidc-basic-profile', []],
    ['oidc-basic-profile', ['none']],
    ['oauth2-refresh-token', []],
    ['oauth2-password', []],
  ]);
  expect(events[0]).toMatchObject({
    user: { user_id: ada, app_metadata: {}, user_metadata: {} },
    client: { client_id: 'app' },
    connection: { strategy: 'auth0' },
    request: { hostname: 'tenant.example', method: 'POST' },
    authentication: { methods: [{ name: 'pwd' }] },
    resource_server: { identifier: 'https://api.example' },
    transaction: { requested_scopes: ['openid', 'offline_access', 'read:things'], response_type: ['code'] },
  });
  expect(events[0]?.user).not.toHaveProperty('last_login');
});

it('keeps out whom an Action denies, and asks no Action after it', async () => {
  const { action, events } = watching();
  const denying: Action = { onExecutePostLogin: (_, api) => void api.access.deny('Not today.') };
  const tenant = await startTenant({ actions: [denying, action] });
  const browser = tenant.browser();

  const answer = locationOf(await signIn(browser));
  const silently = locationOf(await browser.get(await authorizeAddress(silent)));
  const token = await askToken(tenant, { grant_type: 'password', ...rightPassword });

  expect(Object.fromEntries(answer.searchParams)).toEqual({
    error: 'access_denied',
    error_description: 'Not today.',
    state: 'a state',
  });
  expect(silently.searchParams.get('error')).toBe('access_denied');
  expect(token.status).toBe(403);
  expect(await token.json()).toEqual({ error: 'access_denied', error_description: 'Not today.' });
  expect(events).toEqual([]);
  expect(tenant.store.logsOf(ada)).toContainEqual(
    expect.objectContaining({ type: 'f', description: 'Not today.' }),
  );
});

it('keeps what Actions write, one after the other, even when the last denies', async () => {
  const { action, events } = watching((_, api) => {
    api.user.setAppMetadata('old', null).user.setUserMetadata('seen', true);
    api.access.deny('No.');
  });
  const writing: Action = { onExecutePostLogin: (_, api) => void api.user.setAppMetadata('first', { a: 1 }) };
  const tenant = await startTenant({ actions: [writing, action] });
  const record = tenant.store.user(ada);
  if (record) record.profile.app_metadata = { old: 1, kept: 2 };
  if (record) tenant.store.saveUser(record);

  await signIn(tenant.browser());

  expect(events[0]?.user.app_metadata).toEqual({ old: 1, kept: 2, first: { a: 1 } });
  expect(tenant.store.user(ada)?.profile).toMatchObject({ user_metadata: { seen: true } });
  expect(tenant.store.user(ada)?.profile.app_metadata).toEqual({ kept: 2, first: { a: 1 } });
});

it('sends a person elsewhere and goes on where it was when he comes back, once', async () => {
  const before = watching();
  const after = watching();
  const body: unknown[] = [];
  const sending: Action = {
    onExecutePostLogin: (_, api) =>
      void api.redirect.sendUserTo('https://terms.example/?lang=en', { query: { from: 'login' } }),
    onContinuePostLogin: (event) => void body.push(event.request.query.accepted),
  };
  const tenant = await startTenant({ actions: [before.action, sending, after.action] });
  const browser = tenant.browser();

  const away = locationOf(await signIn(browser));
  const state = away.searchParams.get('state') ?? '';
  const stranger = await tenant.browser().get(`/continue?state=${state}`);
  const back = await signInAgain();
  const again = await browser.get(`/continue?state=${back.state}`);

  async function signInAgain() {
    const elsewhere = locationOf(await signIn(browser, { request: { prompt: 'login' } }));
    const fresh = elsewhere.searchParams.get('state') ?? '';
    return { state: fresh, response: await browser.get(`/continue?state=${fresh}&accepted=yes`) };
  }
  expect(away.origin + away.pathname).toBe('https://terms.example/');
  expect(Object.fromEntries(away.searchParams)).toMatchObject({ lang: 'en', from: 'login' });
  expect(stranger.status).toBe(400);
  expect(locationOf(back.response).searchParams.get('code')).toBeTruthy();
  expect(again.status).toBe(400);
  expect(body).toEqual(['yes']);
  expect([before.events.length, after.events.length]).toEqual([2, 1]);
});

it('cannot send anyone anywhere without a page', async () => {
  const can: boolean[] = [];
  const tenant = await startTenant({
    actions: [
      {
        onExecutePostLogin(event, api) {
          can.push(api.redirect.canRedirect());
          if (event.transaction.prompt.includes('none') || event.transaction.protocol === 'oauth2-password')
            api.redirect.sendUserTo('https://terms.example/');
        },
      },
    ],
  });
  const browser = tenant.browser();
  await signIn(browser);

  const silently = locationOf(await browser.get(await authorizeAddress(silent)));
  const token = await askToken(tenant, { grant_type: 'password', ...rightPassword });

  expect(silently.searchParams.get('error')).toBe('interaction_required');
  expect(await token.json()).toMatchObject({ error: 'interaction_required' });
  expect(can).toEqual([true, false, false]);
});

it('denies when an Action fails, and says so in the log', async () => {
  const failing: Action = {
    onExecutePostLogin() {
      throw new Error('Cannot read properties of undefined');
    },
  };
  const tenant = await startTenant({ actions: [failing] });

  const answer = locationOf(await signIn(tenant.browser()));

  expect(answer.searchParams.get('error')).toBe('access_denied');
  expect(tenant.store.logsOf(ada)).toContainEqual(
    expect.objectContaining({ type: 'actions_execution_failed' }),
  );
});

it('puts claims into tokens, but for reserved ones', async () => {
  const claiming: Action = {
    onExecutePostLogin: (_, api) =>
      void api.accessToken
        .setCustomClaim('https://example.com/tier', 'gold')
        .accessToken.setCustomClaim('tier', 'gold')
        .accessToken.setCustomClaim('permissions', ['everything'])
        .accessToken.setCustomClaim('groups', ['everyone'])
        .accessToken.setCustomClaim('sub', 'auth0|somebody-else')
        .accessToken.setCustomClaim('https://x.auth0.com/tier', 'gold')
        .idToken.setCustomClaim('https://example.com/tier', 'silver'),
  };
  const tenant = await startTenant({ actions: [claiming] });
  const browser = tenant.browser();

  const code = locationOf(await signIn(browser)).searchParams.get('code') ?? '';
  const answer = await (await exchange(tenant, code)).json();
  const own = await askToken(tenant, { grant_type: 'password', ...rightPassword, audience: managementApi });

  const access = decodeJwt(answer.access_token);
  expect(access).toMatchObject({ 'https://example.com/tier': 'gold', tier: 'gold', sub: ada });
  expect(access.permissions).toEqual(['read:things']);
  expect(access).not.toHaveProperty('groups');
  expect(Object.keys(access)).not.toContain('https://x.auth0.com/tier');
  expect(decodeJwt(answer.id_token)).toMatchObject({ 'https://example.com/tier': 'silver', sub: ada });
  expect(decodeJwt((await own.json()).access_token)).not.toHaveProperty('tier');
});
