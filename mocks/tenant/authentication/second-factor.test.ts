import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import type { Action, PostLoginEvent } from '../action.ts';
import { askToken, authorizeAddress, exchange, locationOf, signIn } from './example-flow.ts';
import { appOrigin, tenantUrl } from './example-seed.ts';
import { type Browser, startTenant } from './example-tenant.ts';
import { oneTimeCode } from './second-factor.ts';

const ada = 'auth0|ada';

/** An Action that asks for a code by an app, one that comes after it, and what the latter was told. */
function asking() {
  const seen: PostLoginEvent[] = [];
  const first: Action = {
    onExecutePostLogin: (_, api) => api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'email' }]),
  };
  const second: Action = { onExecutePostLogin: (event) => void seen.push(event) };
  return { actions: [first, second], seen };
}

async function start({ type = 'totp', confirmed = true, actions = asking().actions } = {}) {
  const tenant = await startTenant({ actions });
  const record = tenant.store.user(ada);
  if (!record) throw new Error('no such person');
  const method = { id: `${type}|dev_1`, type, confirmed, created_at: '2026-01-01T00:00:00.000Z' };
  tenant.store.saveUser({ ...record, authenticationMethods: [method] });
  return { ...tenant, visitor: tenant.browser() };
}

const codeIn = (response: Response) => locationOf(response).searchParams.get('code') ?? '';
const types = ({ store }: Awaited<ReturnType<typeof start>>) => store.logsOf(ada).map(({ type }) => type);

/** To the page that asks, with the password only. */
async function half(visitor: Browser, request: Record<string, string> = {}): Promise<string> {
  return locationOf(await signIn(visitor, { request })).href;
}

it('asks for a code after the password, and tells the next Action that it was right', async () => {
  const { actions, seen } = asking();
  const tenant = await start({ actions });
  const page = await half(tenant.visitor);
  const shown = await tenant.visitor.get(page);

  const answer = await tenant.visitor.submit(page, { code: oneTimeCode });

  expect(page).toContain(`${tenantUrl}/u/mfa-challenge?state=`);
  expect(await shown.text()).toContain('One-time code');
  expect(locationOf(answer).origin).toBe(appOrigin);
  expect(seen.map(({ authentication }) => authentication?.methods)).toMatchObject([
    [{ name: 'pwd' }, { name: 'mfa', type: 'otp' }],
  ]);
  expect(types(tenant)).toContain('gd_auth_succeed');
});

it('says in the ID token that a second factor was shown', async () => {
  const tenant = await start();
  const page = await half(tenant.visitor);

  const answer = await exchange(tenant, codeIn(await tenant.visitor.submit(page, { code: oneTimeCode })));

  expect(decodeJwt((await answer.json()).id_token)).toMatchObject({ amr: ['mfa'] });
});

it.each([
  ['000000', 'The code you entered is not valid.'],
  ['', 'Enter the code.'],
])('lets nobody in with the code “%s”', async (code, words) => {
  const { actions, seen } = asking();
  const tenant = await start({ actions });
  const page = await half(tenant.visitor);

  const answer = await tenant.visitor.submit(page, { code });

  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain(words);
  expect(seen).toEqual([]);
  expect(types(tenant)).toContain('gd_auth_failed');
});

it('takes a code once', async () => {
  const { visitor } = await start();
  const page = await half(visitor);
  await visitor.submit(page, { code: oneTimeCode });

  const again = await visitor.submit(page, { code: oneTimeCode });

  expect(again.status).toBe(400);
});

it('takes no code from another browser', async () => {
  const tenant = await start();
  const page = await half(tenant.visitor);

  const answer = await tenant.browser().submit(page, { code: oneTimeCode });

  expect(answer.status).toBe(400);
});

it.each([
  ['has none of the factors', { type: 'phone' }],
  ['has not confirmed his factor', { confirmed: false }],
])('keeps out who %s', async (_, factor) => {
  const { visitor } = await start(factor);

  const answer = locationOf(await signIn(visitor));

  expect(answer.searchParams.get('error')).toBe('access_denied');
});

it('asks nobody behind his back', async () => {
  const { visitor } = await start();
  await half(visitor);

  const answer = locationOf(await visitor.get(await authorizeAddress({ prompt: 'none' })));

  expect(answer.searchParams.get('error')).toBe('interaction_required');
});

it('tells Actions which factors a person has, and what the app has asked for', async () => {
  const seen: PostLoginEvent[] = [];
  const { visitor } = await start({
    type: 'webauthn-roaming',
    actions: [{ onExecutePostLogin: (event) => void seen.push(event) }],
  });

  await signIn(visitor, { request: { acr_values: 'urn:one urn:two' } });

  expect(seen).toMatchObject([
    {
      user: { enrolledFactors: [{ type: 'webauthn-roaming' }] },
      transaction: { acr_values: ['urn:one', 'urn:two'] },
    },
  ]);
});

it('refuses a refresh token when an Action wants a second factor', async () => {
  const scope = 'openid offline_access';
  const tenant = await start();
  const page = await half(tenant.visitor, { scope });
  const code = codeIn(await tenant.visitor.submit(page, { code: oneTimeCode }));
  const { refresh_token } = await (await exchange(tenant, code)).json();

  const answer = await askToken(tenant, { grant_type: 'refresh_token', refresh_token });

  expect(await answer.json()).toMatchObject({ error: 'mfa_required' });
});
