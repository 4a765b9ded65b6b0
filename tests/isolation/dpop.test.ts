import { base64url, calculateJwkThumbprint, decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { getMe } from '#contract/routes.ts';
import type { ProxyConfig } from '#proxy/config.ts';
import { outcomeOf, proxyUrl, startProxy } from '../support/start-proxy.ts';

const target = `${proxyUrl}/api/me`;

async function newKey(alg = 'ES256') {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = await exportJWK(publicKey);
  return { privateKey, jwk, secretJwk: await exportJWK(privateKey), jkt: await calculateJwkThumbprint(jwk) };
}
type Key = Awaited<ReturnType<typeof newKey>>;

async function digestOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return base64url.encode(new Uint8Array(digest));
}

/** A proxy, and its admin with a token that is bound to a key of his. */
async function start(config: Partial<ProxyConfig> = {}) {
  const started = await startProxy({ config });
  const { admin, keys, clock } = started;
  const key = await newKey();
  const bound = (to: Key) => keys.sign({ ...decodeJwt(admin.token), cnf: { jkt: to.jkt } });
  const token = await bound(key);

  async function prove(claims: object = {}, header: object = {}, by: Key = key): Promise<string> {
    const usual = {
      jti: crypto.randomUUID(),
      htm: 'GET',
      htu: target,
      iat: clock.now / 1000,
      ath: await digestOf(token),
    };
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: by.jwk, ...header })
      .sign(by.privateKey);
  }
  const ask = (proof: string | null, authorization = `DPoP ${token}`) =>
    admin.call(getMe, {}, { headers: { authorization, ...(proof !== null && { dpop: proof }) } });
  return { ...started, key, token, bound, prove, ask };
}

it('takes a bound token with a proof of its key', async () => {
  const { ask, prove } = await start();

  const outcomes = [await outcomeOf(await ask(await prove())), await outcomeOf(await ask(await prove()))];

  expect(outcomes).toEqual(['200', '200']);
});

it('takes no bound token from whoever only has it', async () => {
  const { ask, token, prove, tenant } = await start();

  const outcomes = [
    await outcomeOf(await ask(null)),
    await outcomeOf(await ask(null, `Bearer ${token}`)),
    await outcomeOf(await ask(await prove(), `Bearer ${token}`)),
  ];

  expect(outcomes).toEqual(['401 invalid-token', '401 invalid-token', '401 invalid-token']);
  expect(tenant.calls).toEqual([]);
});

it('takes no bound token without a proof after it was shown with one', async () => {
  const { ask, prove, token } = await start();
  await ask(await prove());

  const outcome = await outcomeOf(await ask(null, `Bearer ${token}`));

  expect(outcome).toBe('401 invalid-token');
});

it('takes a proof once', async () => {
  const { ask, prove } = await start();
  const proof = await prove();

  const outcomes = [await outcomeOf(await ask(proof)), await outcomeOf(await ask(proof))];

  expect(outcomes).toEqual(['200', '401 invalid-token']);
});

it('takes a proof once as long as it would be fresh', async () => {
  const { ask, prove, clock } = await start();
  const proof = await prove({ iat: clock.now / 1000 + 299 });
  await ask(proof);
  clock.now += 590_000;

  const outcome = await outcomeOf(await ask(proof));

  expect(outcome).toBe('401 invalid-token');
});

const now = Date.parse('2026-10-01T09:00:00.000Z') / 1000;

it.each<[string, object]>([
  ['another method', { htm: 'POST' }],
  ['a method in small letters', { htm: 'get' }],
  ['another route', { htu: `${proxyUrl}/api/users` }],
  ['another host', { htu: 'https://evil.example/api/me' }],
  ['another scheme', { htu: target.replace('http:', 'https:') }],
  ['a name before the host', { htu: target.replace('//', '//ada@') }],
  ['no address', { htu: 'me' }],
  ['a time long past', { iat: now - 301 }],
  ['a time to come', { iat: now + 301 }],
  ['no time', { iat: undefined }],
  ['no id', { jti: undefined }],
  ['an endless id', { jti: 'x'.repeat(201) }],
  ['no token', { ath: undefined }],
  ['another token', { ath: base64url.encode(new Uint8Array(32)) }],
])('takes no proof for %s', async (_, claims) => {
  const { ask, prove } = await start();

  const outcome = await outcomeOf(await ask(await prove(claims)));

  expect(outcome).toBe('401 invalid-token');
});

it.each<[string, (key: Key) => object]>([
  ['of another type', () => ({ typ: 'JWT' })],
  ['without a type', () => ({ typ: undefined })],
  ['without a key', () => ({ jwk: undefined })],
  ['with a private key', ({ secretJwk }) => ({ jwk: secretJwk })],
])('takes no proof %s', async (_, header) => {
  const { ask, prove, key } = await start();

  const outcome = await outcomeOf(await ask(await prove({}, header(key))));

  expect(outcome).toBe('401 invalid-token');
});

it('takes no proof by the key of someone else, whoever’s token comes with it', async () => {
  const { ask, prove, bound } = await start();
  const thief = await newKey();
  const thiefsToken = await bound(thief);

  const outcomes = [
    await outcomeOf(await ask(await prove({}, {}, thief))),
    await outcomeOf(await ask(await prove(), `DPoP ${thiefsToken}`)),
    await outcomeOf(await ask(await prove({ ath: await digestOf(thiefsToken) }), `DPoP ${thiefsToken}`)),
  ];

  expect(outcomes).toEqual(['401 invalid-token', '401 invalid-token', '401 invalid-token']);
});

it('takes no proof that shows one key and is signed by another', async () => {
  const { ask, prove, key } = await start();
  const thief = await newKey();

  const outcome = await outcomeOf(await ask(await prove({}, { jwk: key.jwk }, thief)));

  expect(outcome).toBe('401 invalid-token');
});

it.each(['ES384', 'RS256', 'EdDSA'])('takes no proof by %s', async (alg) => {
  const { ask, prove, bound } = await start();
  const key = await newKey(alg);
  const token = await bound(key);
  const proof = await prove({ ath: await digestOf(token) }, { alg }, key);

  const outcome = await outcomeOf(await ask(proof, `DPoP ${token}`));

  expect(outcome).toBe('401 invalid-token');
});

it('takes no proof that nobody has signed, and none that was changed', async () => {
  const { ask, prove } = await start();
  const [header = '', payload, signature] = (await prove()).split('.');
  const unsigned = base64url.encode(JSON.stringify({ ...JSON.parse(atob(header)), alg: 'none' }));
  const claims = JSON.parse(new TextDecoder().decode(base64url.decode(payload ?? '')));
  const changed = base64url.encode(JSON.stringify({ ...claims, jti: 'another' }));

  const outcomes = [
    await outcomeOf(await ask(`${unsigned}.${payload}.`)),
    await outcomeOf(await ask(`${header}.${changed}.${signature}`)),
  ];

  expect(outcomes).toEqual(['401 invalid-token', '401 invalid-token']);
});

it('takes no two proofs at once', async () => {
  const { ask, prove } = await start();

  const outcome = await outcomeOf(await ask(`${await prove()}, ${await prove()}`));

  expect(outcome).toBe('401 invalid-token');
});

it('takes no token as bound that is not, with a proof by any key', async () => {
  const { ask, prove, admin } = await start();
  const proof = await prove({ ath: await digestOf(admin.token) });

  const outcome = await outcomeOf(await ask(proof, `DPoP ${admin.token}`));

  expect(outcome).toBe('401 invalid-token');
});

it.each([{ jkt: '' }, { 'x5t#S256': 'abc' }, 'a key', {}])(
  'takes no token that is bound to %j',
  async (cnf) => {
    const { keys, admin, ask } = await start();
    const token = await keys.sign({ ...decodeJwt(admin.token), cnf });

    const outcome = await outcomeOf(await ask(null, `Bearer ${token}`));

    expect(outcome).toBe('401 invalid-token');
  },
);

it('takes unbound tokens too, unless the vendor wants bound ones', async () => {
  const lax = await start();
  const strict = await start({ dpop: 'required' });

  const outcomes = [
    await outcomeOf(await lax.ask(null, `Bearer ${lax.admin.token}`)),
    await outcomeOf(await strict.ask(null, `Bearer ${strict.admin.token}`)),
    await outcomeOf(await strict.ask(await strict.prove())),
  ];

  expect(outcomes).toEqual(['200', '401 invalid-token', '200']);
});

it('wants the address in a proof that browsers see, when it is told', async () => {
  const { ask, prove } = await start({ publicUrl: 'https://host.example/steward' });

  const outcomes = [
    await outcomeOf(await ask(await prove())),
    await outcomeOf(await ask(await prove({ htu: 'https://host.example/steward/me' }))),
  ];

  expect(outcomes).toEqual(['401 invalid-token', '200']);
});

it('says which proofs it takes', async () => {
  const { ask, token } = await start();

  const answers = [await ask(null), await ask(null, `Bearer ${token}`)];

  expect(answers.map(({ headers }) => headers.get('www-authenticate'))).toEqual([
    'DPoP realm="steward", error="invalid_dpop_proof", algs="ES256"',
    'DPoP realm="steward", error="invalid_token", algs="ES256"',
  ]);
});
