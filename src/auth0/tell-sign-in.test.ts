import { createRequire } from 'node:module';
import { base64url, decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import { audience, demoPassword, spaClientId } from '#mocks/seed/names.ts';
import type { Action, PostLoginEvent } from '#tenant/action.ts';
import type { AuthenticationMethod } from '#tenant/model.ts';
import { createTenant } from '#tenant/tenant.ts';

// Auth0 takes CommonJS modules; there is no type to check them against but the emulator's.
const load = (file: string) => createRequire(import.meta.url)(file) as Action;
const tellSignIn = load('./tell-sign-in.cjs');
const askSecondFactor = load('./ask-second-factor.cjs');

const began = Date.parse('2026-10-01T09:00:00.000Z');
const app = 'https://app.example';
const url = 'https://tenant.example';
const multiFactor = 'http://schemas.openid.net/pape/policies/2007/06/multi-factor';
const verifier = 'a-verifier-of-at-least-forty-three-characters-in-all';

/** A tenant that runs both Actions, with one person, and her browser. */
function start(...factors: string[]) {
  const clock = { now: began };
  const tenant = createTenant({
    url,
    seed: noUsersSeed({ spaUrls: [app] }),
    now: () => clock.now,
    actions: [askSecondFactor, tellSignIn],
  });
  const authenticationMethods = factors.map((type): AuthenticationMethod => {
    const created_at = new Date(began).toISOString();
    return { id: `${type}|dev_1`, type, confirmed: true, created_at };
  });
  tenant.addUser({
    password: demoPassword,
    authenticationMethods,
    profile: { user_id: 'auth0|ada', email: 'ada@example.com' },
  });
  return { clock, ...browserAt(tenant.fetch) };
}

function browserAt(fetch: (request: Request) => Promise<Response>) {
  let cookie = '';
  async function send(address: string, body?: Record<string, string>) {
    const headers = { Cookie: cookie };
    const init = body ? { method: 'POST', headers, body: new URLSearchParams(body) } : { headers };
    const response = await fetch(new Request(address, init));
    cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? cookie;
    return new URL(response.headers.get('Location') ?? 'about:blank');
  }

  /** Where the app's question is answered, by the login page if that is shown. */
  async function authorize(more: Record<string, string> = {}): Promise<URL> {
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: spaClientId,
      redirect_uri: app,
      audience,
      scope: 'openid offline_access',
      code_challenge: base64url.encode(new Uint8Array(digest)),
      code_challenge_method: 'S256',
      ...more,
    });
    const page = await send(`${url}/authorize?${query}`);
    if (page.pathname !== '/u/login') return page;
    return send(page.href, { username: 'ada@example.com', password: demoPassword });
  }

  async function tokens(parameters: Record<string, string>) {
    const body = new URLSearchParams({ client_id: spaClientId, ...parameters });
    const response = await fetch(new Request(`${url}/oauth/token`, { method: 'POST', body }));
    return response.json();
  }

  async function redeem(address: URL) {
    const code = address.searchParams.get('code') ?? '';
    return tokens({ grant_type: 'authorization_code', code, redirect_uri: app, code_verifier: verifier });
  }
  return { send, authorize, tokens, redeem };
}

/** What an access token tells of the sign-in. */
function told({ access_token }: { access_token: string }) {
  const { 'https://steward/auth_time': at, 'https://steward/amr': methods } = decodeJwt(access_token);
  return at === undefined ? 'nothing' : { secondsAfter: Number(at) - began / 1000, methods };
}

it('tells when and how someone has signed in', async () => {
  const { authorize, redeem } = start();

  const answer = await redeem(await authorize());

  expect(told(answer)).toEqual({ secondsAfter: 0, methods: ['pwd'] });
});

it('tells the old sign-in when the app gets a code for it later, without a page', async () => {
  const { authorize, redeem, clock } = start();
  await authorize();
  clock.now += 3_600_000;

  const answer = await redeem(await authorize({ prompt: 'none' }));

  expect(told(answer)).toEqual({ secondsAfter: 0, methods: ['pwd'] });
});

it('tells the new sign-in when the app wants a recent one', async () => {
  const { authorize, redeem, clock } = start();
  await authorize();
  clock.now += 3_600_000;

  const answer = await redeem(await authorize({ max_age: '300' }));

  expect(told(answer)).toEqual({ secondsAfter: 3600, methods: ['pwd'] });
});

it('tells nothing when a token is renewed by a refresh token, or given for a password', async () => {
  const { authorize, redeem, tokens } = start();
  const { refresh_token } = await redeem(await authorize());

  const answers = [
    await tokens({ grant_type: 'refresh_token', refresh_token }),
    await tokens({ grant_type: 'password', username: 'ada@example.com', password: demoPassword, audience }),
  ];

  expect(answers.map(told)).toEqual(['nothing', 'nothing']);
});

it('asks for a second factor when the app wants one, and tells of it', async () => {
  const { authorize, redeem, send } = start('totp', 'recovery-code');

  const page = await authorize({ acr_values: multiFactor });
  const answer = await redeem(await send(page.href, { code: '123456' }));

  expect(page.pathname).toBe('/u/mfa-challenge');
  expect(told(answer)).toEqual({ secondsAfter: 0, methods: ['pwd', 'mfa'] });
});

it('asks once in a session, and again after a new sign-in', async () => {
  const { authorize, send, clock } = start('totp');
  const page = await authorize({ acr_values: multiFactor });
  await send(page.href, { code: '123456' });
  clock.now += 3_600_000;

  const same = await authorize({ acr_values: multiFactor });
  const anew = await authorize({ acr_values: multiFactor, max_age: '300' });

  expect([same.origin, anew.pathname]).toEqual([app, '/u/mfa-challenge']);
});

it('does not tell of a second factor from before the newest sign-in', async () => {
  const { authorize, redeem, send, clock } = start('totp');
  const page = await authorize({ acr_values: multiFactor });
  await send(page.href, { code: '123456' });
  clock.now += 3_600_000;

  const answer = await redeem(await authorize({ prompt: 'login' }));

  expect(told(answer)).toEqual({ secondsAfter: 3600, methods: ['pwd'] });
});

it.each([[[]], [['recovery-code']]])(
  'refuses who has only %j, and lets him set up nothing',
  async (factors) => {
    const { authorize } = start(...factors);

    const answer = await authorize({ acr_values: multiFactor });

    expect(answer.searchParams.get('error')).toBe('access_denied');
  },
);

it('asks nobody for a second factor who was not asked for one', async () => {
  const { authorize } = start('totp');

  const answer = await authorize({ acr_values: 'urn:another' });

  expect(answer.searchParams.has('code')).toBe(true);
});

const protocol = 'oidc-basic-profile';
const at = (time: number) => new Date(time).toISOString();

/** What the Action tells of an event as Auth0 might give it. */
async function toldOf(event: unknown) {
  const claims: Record<string, unknown> = {};
  const setCustomClaim = (name: string, value: unknown) => {
    claims[name] = value;
  };
  // Whatever may come: the Action must not rely on a form.
  await tellSignIn.onExecutePostLogin?.(
    event as PostLoginEvent,
    { accessToken: { setCustomClaim } } as never,
  );
  return claims;
}

it.each([
  ['no transaction', { authentication: { methods: [{ name: 'pwd', timestamp: at(began) }] } }],
  ['no authentication', { transaction: { protocol } }],
  ['no methods', { transaction: { protocol }, authentication: {} }],
  [
    'a date that cannot be read',
    { transaction: { protocol }, authentication: { methods: [{ name: 'pwd', timestamp: 'just now' }] } },
  ],
  [
    'a second factor alone',
    { transaction: { protocol }, authentication: { methods: [{ name: 'mfa', timestamp: at(began) }] } },
  ],
  [
    'what an Action of the vendor has recorded',
    {
      transaction: { protocol },
      authentication: { methods: [{ name: 'https://orbit.example/terms', timestamp: at(began) }] },
    },
  ],
])('tells nothing of an event with %s', async (_, event) => {
  expect(await toldOf(event)).toEqual({});
});
