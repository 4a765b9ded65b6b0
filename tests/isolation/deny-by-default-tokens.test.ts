import { base64url, exportSPKI, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { expect, it } from 'vitest';
import { getMe } from '#contract/routes.ts';
import { audience } from '#mocks/seed/names.ts';
import { answerOf } from '../support/answer-of.ts';
import { everyRoute } from '../support/every-route.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

type Started = Awaited<ReturnType<typeof startProxy>>;

function claimsOf(token: string): JWTPayload {
  return JSON.parse(new TextDecoder().decode(base64url.decode(token.split('.')[1] ?? '')));
}

async function outcomesWith(started: Started, authorization: string | null): Promise<string[]> {
  const { proxy, admin } = started;
  const requests = everyRoute(admin.person.user_id).map(async ({ path, init }) => {
    const headers = new Headers(init.headers);
    if (authorization !== null) headers.set('authorization', authorization);
    return outcomeOf(await proxy.request(`/api${path}`, { ...init, headers }));
  });
  return [...new Set(await Promise.all(requests))];
}

/** The admin's own claims, changed, signed by the tenant's real key. */
async function signedWith({ keys, admin }: Started, change: JWTPayload): Promise<string> {
  return keys.sign({ ...claimsOf(admin.token), ...change });
}

it.each<[string, JWTPayload]>([
  ['another audience', { aud: 'https://orbit.example/api' }],
  ['an audience that only begins alike', { aud: `${audience}/` }],
  ['no audience', { aud: undefined }],
  ['the Management API as audience', { aud: 'http://localhost:4400/api/v2/' }],
  ['another issuer', { iss: 'https://evil.example/' }],
  ['an issuer without its slash', { iss: 'http://localhost:4400' }],
  ['another application', { azp: 'orbit-portal' }],
  ['no application', { azp: undefined }],
  ['an application of our name among others', { azp: ['steward-spa'] as never }],
  ['an expiry in the past', { exp: Date.parse('2026-10-01T08:59:50Z') / 1000 }],
  ['no expiry', { exp: undefined }],
  ['a beginning in the future', { nbf: Date.parse('2026-10-01T09:01:00Z') / 1000 }],
  ['no subject', { sub: undefined }],
  ['permissions that are no list', { permissions: 'read:users' }],
])('refuses a token with %s on every route, and asks the tenant nothing', async (_, change) => {
  const started = await startProxy();
  const token = await signedWith(started, change);

  const outcomes = await outcomesWith(started, `Bearer ${token}`);

  expect(outcomes).toEqual(['401 invalid-token']);
  expect(started.tenant.calls).toEqual([]);
});

it('takes the same token when nothing is changed', async () => {
  const started = await startProxy();
  const token = await signedWith(started, {});

  const outcome = await outcomeOf(
    await started.proxy.request('/api/me', { headers: { authorization: `Bearer ${token}` } }),
  );

  expect(outcome).toBe('200');
});

it('takes a token of the RFC 9068 profile', async () => {
  const { keys, admin, proxy } = await startProxy();
  const { azp, ...claims } = claimsOf(admin.token);
  const token = await keys.sign({ ...claims, client_id: azp }, 'at+jwt');

  const response = await proxy.request('/api/me', { headers: { authorization: `Bearer ${token}` } });

  expect(response.status).toBe(200);
});

it('refuses a token of another type', async () => {
  const started = await startProxy();
  const token = await started.keys.sign(claimsOf(started.admin.token), 'logout+jwt' as 'JWT');

  const outcomes = await outcomesWith(started, `Bearer ${token}`);

  expect(outcomes).toEqual(['401 invalid-token']);
});

it('refuses a token that is not signed', async () => {
  const started = await startProxy();
  const token = new UnsecuredJWT(claimsOf(started.admin.token)).encode();

  const outcomes = await outcomesWith(started, `Bearer ${token}`);

  expect(outcomes).toEqual(['401 invalid-token']);
});

it.each(['none', 'None', 'HS256', 'RS384', 'PS256', 'ES256'])(
  'refuses the tenant’s own signature under algorithm %s',
  async (alg) => {
    const started = await startProxy();
    const [, payload, signature] = started.admin.token.split('.');
    const header = base64url.encode(JSON.stringify({ alg, typ: 'JWT' }));

    const outcomes = await outcomesWith(started, `Bearer ${header}.${payload}.${signature}`);

    expect(outcomes).toEqual(['401 invalid-token']);
  },
);

it('refuses a token signed with the public key as a shared secret', async () => {
  const started = await startProxy();
  const [published] = await started.keys.published();
  // The tenant always has a key, and it is an RSA key.
  const publicKey = (await importJWK(published ?? {}, 'RS256', { extractable: true })) as CryptoKey;
  const pem = await exportSPKI(publicKey);
  const token = await new SignJWT(claimsOf(started.admin.token))
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: published?.kid })
    .sign(new TextEncoder().encode(pem));

  const outcomes = await outcomesWith(started, `Bearer ${token}`);

  expect(outcomes).toEqual(['401 invalid-token']);
});

const strangersKeys = crypto.subtle.generateKey(
  {
    name: 'RSASSA-PKCS1-v1_5',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: 'SHA-256',
  },
  true,
  ['sign', 'verify'],
);

async function strangersToken(started: Started, header: Record<string, unknown>): Promise<string> {
  const { privateKey } = await strangersKeys;
  return new SignJWT(claimsOf(started.admin.token))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...header })
    .sign(privateKey);
}

it.each([
  ['the tenant’s kid', (kid: string | undefined) => ({ kid })],
  ['an unknown kid', () => ({ kid: 'forged' })],
  ['a kid that is a path', () => ({ kid: '../../../dev/null' })],
  ['no kid', () => ({})],
  ['a key of its own to verify with', () => ({ jku: 'https://evil.example/jwks.json', kid: 'forged' })],
])('refuses a stranger’s signature under %s', async (_, header) => {
  const started = await startProxy();
  const [published] = await started.keys.published();
  const token = await strangersToken(started, header(published?.kid));

  const outcomes = await outcomesWith(started, `Bearer ${token}`);

  expect(outcomes).toEqual(['401 invalid-token']);
});

it('refuses claims that were changed after signing', async () => {
  const started = await startProxy({ role: 'auditor' });
  const [header, , signature] = started.admin.token.split('.');
  const claims = { ...claimsOf(started.admin.token), permissions: ['block:users', 'read:users'] };
  const payload = base64url.encode(JSON.stringify(claims));

  const outcomes = await outcomesWith(started, `Bearer ${header}.${payload}.${signature}`);

  expect(outcomes).toEqual(['401 invalid-token']);
});

it.each([null, '', 'Bearer', 'Bearer ', 'Bearer a b', 'Basic YTpi', 'Bearer a.b.c', 'Bearer ..'])(
  'refuses the header %j with a challenge',
  async (authorization) => {
    const { proxy } = await startProxy();
    const headers: HeadersInit = authorization === null ? {} : { authorization };

    const response = await proxy.request('/api/me', { headers });

    expect(await outcomeOf(response)).toBe('401 invalid-token');
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer realm="steward"/);
  },
);

it('refuses two tokens at once', async () => {
  const { proxy, admin } = await startProxy();
  const headers = new Headers({ authorization: `Bearer ${admin.token}` });
  headers.append('authorization', `Bearer ${admin.token}`);

  const response = await proxy.request('/api/me', { headers });

  expect(await outcomeOf(response)).toBe('401 invalid-token');
});

it('refuses the same person’s ID token', async () => {
  const started = await startProxy();
  const token = await signedWith(started, { aud: 'steward-spa', azp: undefined });

  const outcomes = await outcomesWith(started, `Bearer ${token}`);

  expect(outcomes).toEqual(['401 invalid-token']);
});

it('says the same of every bad token', async () => {
  const started = await startProxy();
  const tokens = [
    await signedWith(started, { exp: 1 }),
    await signedWith(started, { aud: 'x' }),
    await strangersToken(started, { kid: 'forged' }),
    'x.y.z',
  ];

  const answers = await Promise.all(
    tokens.map(async (token) => {
      const headers = { authorization: `Bearer ${token}` };
      return (await answerOf(await started.proxy.request('/api/me', { headers }))).text;
    }),
  );

  expect(new Set(answers).size).toBe(1);
});

it('follows the tenant when it rotates its keys', async () => {
  const { tenant, admin, as } = await startProxy();
  await admin.call(getMe, {});
  await tenant.rotateKeys();
  const renewed = await as(admin.person);

  const outcomes = [await admin.call(getMe, {}), await renewed.call(getMe, {})].map(({ status }) => status);

  expect(outcomes).toEqual([200, 200]);
});

it('does not let forged tokens make it fetch keys again and again', async () => {
  let fetches = 0;
  const started = await startProxy({
    between(request, pass) {
      if (request.url.endsWith('/jwks.json')) fetches += 1;
      return pass(request);
    },
  });
  await started.admin.call(getMe, {});

  for (let count = 0; count < 20; count += 1) {
    await outcomesWith(started, `Bearer ${await strangersToken(started, { kid: `forged-${count}` })}`);
  }

  expect(fetches).toBe(2);
});

it('refuses a token that it knew, from the moment it expires', async () => {
  const started = await startProxy();
  const { clock, proxy } = started;
  const token = await signedWith(started, { exp: clock.now / 1000 + 20 });
  const send = () => proxy.request('/api/me', { headers: { authorization: `Bearer ${token}` } });
  const before = await outcomeOf(await send());

  // Both clocks may differ by five seconds.
  clock.now += 26_000;

  expect([before, await outcomeOf(await send())]).toEqual(['200', '401 invalid-token']);
});

it('refuses a token that it knew when the tenant has withdrawn the key behind it', async () => {
  let withdrawn = false;
  const started = await startProxy({
    between: async (request, pass) =>
      withdrawn && request.url.endsWith('/jwks.json') ? Response.json({ keys: [] }) : pass(request),
  });
  await started.admin.call(getMe, {});
  withdrawn = true;

  await outcomesWith(started, `Bearer ${await strangersToken(started, { kid: 'forged' })}`);

  expect(await outcomeOf(await started.admin.call(getMe, {}))).toBe('401 invalid-token');
});
