import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { askToken, codeFrom, exchange } from './example-flow.ts';
import { app, backEnd, openApi } from './example-seed.ts';
import { type ExampleTenant, startTenant } from './example-tenant.ts';

const unknown = { error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' };
const offline = { scope: 'openid profile email offline_access' };

async function firstTokens(tenant: ExampleTenant) {
  const code = await codeFrom(tenant.browser(), offline);
  return (await exchange(tenant, code)).json();
}

function refresh(tenant: ExampleTenant, refresh_token: string, more: Record<string, string> = {}) {
  return askToken(tenant, { grant_type: 'refresh_token', refresh_token, ...more });
}

it('gives new tokens and a new refresh token for the one it takes', async () => {
  const tenant = await startTenant();
  const first = await firstTokens(tenant);

  const answer = await (await refresh(tenant, first.refresh_token)).json();

  expect(first.scope).toContain('offline_access');
  expect(answer.refresh_token).not.toBe(first.refresh_token);
  expect(decodeJwt(answer.access_token)).toMatchObject({
    sub: 'auth0|ada',
    gty: 'refresh_token',
    permissions: ['read:things'],
  });
  expect(decodeJwt(answer.id_token)).toMatchObject({ sid: decodeJwt(first.id_token).sid });
  expect(decodeJwt(answer.id_token)).not.toHaveProperty('nonce');
});

it('revokes the whole family when an old one is used again', async () => {
  const tenant = await startTenant();
  const first = await firstTokens(tenant);
  const second = await (await refresh(tenant, first.refresh_token)).json();

  const reused = await refresh(tenant, first.refresh_token);
  const newest = await refresh(tenant, second.refresh_token);

  expect(reused.status).toBe(403);
  expect(await reused.json()).toEqual(unknown);
  expect(await newest.json()).toEqual(unknown);
  expect(tenant.store.logsOf('auth0|ada').map(({ type }) => type)).toContain('ferrt');
});

it('leaves another sign-in of the same person alone', async () => {
  const tenant = await startTenant();
  const here = await firstTokens(tenant);
  const there = await firstTokens(tenant);
  await refresh(tenant, here.refresh_token);
  await refresh(tenant, here.refresh_token);

  const response = await refresh(tenant, there.refresh_token);

  expect(response.status).toBe(200);
});

it('keeps one refresh token for a client that does not rotate', async () => {
  const tenant = await startTenant();
  const client = { client_id: backEnd.client_id, client_secret: backEnd.client_secret ?? '' };
  const redirect_uri = 'https://back-end.example/callback';
  const code = await codeFrom(tenant.browser(), { ...offline, client_id: backEnd.client_id, redirect_uri });
  const { refresh_token } = await (await exchange(tenant, code, { ...client, redirect_uri })).json();

  const answers = [
    await refresh(tenant, refresh_token, client),
    await refresh(tenant, refresh_token, client),
  ];

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await answers[0]?.json()).not.toHaveProperty('refresh_token');
});

it('refuses a blocked person, and takes the same token again once he is unblocked', async () => {
  const tenant = await startTenant();
  const { refresh_token } = await firstTokens(tenant);
  const record = tenant.store.user('auth0|ada');
  if (record) tenant.store.saveUser({ ...record, profile: { ...record.profile, blocked: true } });

  const refused = await refresh(tenant, refresh_token);
  if (record) tenant.store.saveUser(record);
  const taken = await refresh(tenant, refresh_token);

  expect(refused.status).toBe(403);
  expect(await refused.json()).toEqual({ error: 'invalid_grant', error_description: 'user is blocked' });
  expect(taken.status).toBe(200);
});

it('refuses a person who has been deleted, another client, nonsense, and a token thirty days old', async () => {
  const tenant = await startTenant();
  const tokens = [await firstTokens(tenant), await firstTokens(tenant)].map((answer) => answer.refresh_token);
  const client = { client_id: backEnd.client_id, client_secret: backEnd.client_secret ?? '' };

  const other = await refresh(tenant, tokens[0], client);
  const nonsense = await refresh(tenant, 'nonsense');
  const deleted = tenant.store.user('auth0|ada');
  tenant.store.deleteUser('auth0|ada');
  const gone = await refresh(tenant, tokens[0]);
  if (deleted) tenant.store.saveUser(deleted);
  tenant.pass(2_592_001);
  const old = await refresh(tenant, tokens[1]);

  for (const response of [other, nonsense, gone, old]) expect(await response.json()).toEqual(unknown);
});

it('gives none to an app that has not asked, nor for an API that does not allow it', async () => {
  const tenant = await startTenant();
  const unasked = await codeFrom(tenant.browser());
  const forbidden = await codeFrom(tenant.browser(), { ...offline, audience: openApi });

  const answers = [await exchange(tenant, unasked), await exchange(tenant, forbidden)];

  for (const answer of await Promise.all(answers.map((response) => response.json()))) {
    expect(answer).not.toHaveProperty('refresh_token');
    expect(answer.scope).not.toContain('offline_access');
  }
});

it('narrows the scope when asked to, and never widens it', async () => {
  const tenant = await startTenant();
  const { refresh_token } = await firstTokens(tenant);

  const answer = await (await refresh(tenant, refresh_token, { scope: 'openid read:things' })).json();

  expect(answer.scope).toBe('openid');
});

it('ends a family by revocation, and does not tell whether a token is known', async () => {
  const tenant = await startTenant();
  const { refresh_token } = await firstTokens(tenant);
  const revoke = (token: string) =>
    tenant.call('/oauth/revoke', {
      method: 'POST',
      body: new URLSearchParams({ client_id: app.client_id, token }),
    });

  const answers = [await revoke(refresh_token), await revoke('nonsense')];

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(await (await refresh(tenant, refresh_token)).json()).toEqual(unknown);
});
