import { createHmac } from 'node:crypto';
import { base64url, decodeJwt, exportJWK, exportSPKI, generateKeyPair, importJWK, SignJWT } from 'jose';
import { beforeAll, expect, it } from 'vitest';
import { productAudience, proxyClientId, proxyClientSecret, spaClientId } from '#mocks/seed/names.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { everyRoute } from '../../support/every-route.ts';
import { outcomeOf, startProxy } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Forged tokens',
  'be taken for an admin by a token that was made up, changed, meant for someone else, or has run out',
);

const asked: string[] = [];
const here = await startProxy({
  between(request, pass) {
    asked.push(request.url);
    return pass(request);
  },
});
const { admin, keys, tenant, addPerson, audit, proxy } = here;
const colleague = await here.as(addPerson({ memberOf: 'Acme', role: 'auditor' }));
const [published] = await keys.published();
const kid = published?.kid ?? '';
const claims = decodeJwt(admin.token);
const [head = '', payload = '', signature = ''] = admin.token.split('.');
const stranger = await generateKeyPair('RS256');
const strangersKey = { ...(await exportJWK(stranger.publicKey)), kid, alg: 'RS256' };
// The tenant's key is an RSA key.
const pem = await exportSPKI((await importJWK(published ?? {}, 'RS256', { extractable: true })) as CryptoKey);

const part = (value: unknown) => base64url.encode(JSON.stringify(value));
const signed = (change: object) => keys.sign({ ...claims, ...change });
const byStranger = (header: object, change: object = {}) =>
  new SignJWT({ ...claims, ...change })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header })
    .sign(stranger.privateKey);
const edited = (change: object) => `${head}.${part({ ...claims, ...change })}.${signature}`;
const unsigned = (alg: string, tail = '') => `${part({ alg, typ: 'JWT', kid })}.${payload}.${tail}`;
function byMac(secret: string, header: object = {}): string {
  const text = `${part({ alg: 'HS256', typ: 'JWT', kid, ...header })}.${payload}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
}
async function managementToken(): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: proxyClientId,
    client_secret: proxyClientSecret,
    audience: `${tenant.url}/api/v2/`,
  });
  const answer = await tenant.fetch(new Request(`${tenant.url}/oauth/token`, { method: 'POST', body }));
  return (await answer.json()).access_token;
}

const now = here.clock.now / 1000;
const evil = 'https://evil.example/keys.json';

const forgeries: Record<string, string | Promise<string>> = {
  'no algorithm': unsigned('none'),
  'no algorithm, and the signature': unsigned('none', signature),
  'no algorithm in capitals': unsigned('NONE'),
  'no algorithm, mixed': unsigned('nOnE'),
  'an empty algorithm': unsigned(''),
  'the public key as a secret': byMac(pem),
  'the public key as a secret, trimmed': byMac(pem.trim()),
  'the published key as a secret': byMac(JSON.stringify(published)),
  'the modulus as a secret': byMac(String(published?.n)),
  'an empty secret': byMac(''),
  'a secret of its own': byMac('secret', { jwk: { kty: 'oct', k: base64url.encode('secret') } }),
  'a stranger’s signature': byStranger({}),
  'a key of its own': byStranger({ jwk: strangersKey }),
  'an address of keys': byStranger({ jku: evil }),
  'an address of certificates': byStranger({ x5u: evil }),
  'certificates of its own': byStranger({ x5c: ['AAAA'] }),
  'a kid of nobody': byStranger({ kid: 'nobody' }),
  'an empty kid': byStranger({ kid: '' }),
  'a path for a kid': byStranger({ kid: '../../../../dev/null' }),
  'a query for a kid': byStranger({ kid: "x' UNION SELECT 'secret" }),
  'a command for a kid': byStranger({ kid: '|id' }),
  'an address for a kid': byStranger({ kid: evil }),
  'a key of the prototype for a kid': byStranger({ kid: '__proto__' }),
  'two kids': byStranger({ kid: [kid, 'x'] as never }),
  'the issuer of a stranger': byStranger({ jku: evil }, { iss: 'https://evil.example/' }),
  'somebody else’s id': edited({ sub: colleague.person.user_id }),
  'more permissions': edited({ permissions: ['read:users', 'manage:organizations'] }),
  'a longer life': edited({ exp: now + 86_400_000 }),
  'another audience, edited': edited({ aud: [claims.aud, 'x'] }),
  'a colleague’s signature': `${head}.${payload}.${colleague.token.split('.')[2]}`,
  'a colleague’s claims': `${head}.${colleague.token.split('.')[1]}.${signature}`,
  'another issuer': signed({ iss: 'https://evil.example/' }),
  'an issuer that begins alike': signed({ iss: `${claims.iss}x/` }),
  'two issuers': signed({ iss: [claims.iss, 'https://evil.example/'] }),
  'an ID token': signed({ aud: spaClientId, azp: undefined, nonce: 'x' }),
  'an ID token for this API': signed({ azp: undefined, nonce: 'x' }),
  'a token for the vendor’s product': tenant.token(admin.person.email ?? '', { audience: productAudience }),
  'the proxy’s own Management token': managementToken(),
  'a token of another application': signed({ azp: 'orbit-portal' }),
  'a token of a machine': signed({
    sub: `${proxyClientId}@clients`,
    gty: 'client-credentials',
    azp: proxyClientId,
  }),
  'a token that has expired': signed({ exp: now - 6 }),
  'a token of tomorrow': signed({ nbf: now + 86_400 }),
  'a life without end': signed({ exp: 'never' }),
  'no owner': signed({ sub: '' }),
  'several owners': signed({ sub: [admin.person.user_id] }),
  'a thumbprint without a proof': signed({ cnf: { jkt: 'x' } }),
  'a thumbprint of another kind': signed({ cnf: { 'x5t#S256': 'x' } }),
  'an end that is missing': `${head}.${payload}`,
  'an end too many': `${admin.token}.${signature}`,
  'the parts of an encrypted token': `${admin.token}.${payload}.${signature}`,
  'a signature cut short': admin.token.slice(0, -8),
  'a signature twice': admin.token + signature,
  'a letter more': `${admin.token}A`,
  'a quote around it': `"${admin.token}"`,
  'a comma and another': `${admin.token},${colleague.token}`,
  'a token as JSON': JSON.stringify({ payload, signatures: [{ protected: head, signature }] }),
  'critical words': byStranger({ 'urn:x': true, crit: [] as never }).catch(() => unsigned('RS256', 'AAAA')),
};

beforeAll(async () => {
  // The proxy knows the real ones by now.
  for (const client of [admin, colleague]) expect(await outcomeOf(await client.send('/me'))).toBe('200');
});

it.each(Object.entries(forgeries))('takes %s for nobody, on every route', async (name, forgery) => {
  const token = await forgery;
  const calls = tenant.calls.length;
  const rows = audit.entries.length;

  for (const { route, path, init } of everyRoute(admin.person.user_id)) {
    const headers = { ...Object.fromEntries(new Headers(init.headers)), authorization: `Bearer ${token}` };
    const outcome = await outcomeOf(await proxy.request(`/api${path}`, { ...init, headers }));
    tally.attempt(outcome === '401 invalid-token' ? null : `${name} at ${route.name}: ${outcome}`);
    expect.soft(`${route.name} ${outcome}`).toBe(`${route.name} 401 invalid-token`);
  }

  expect([tenant.calls.length, audit.entries.length]).toEqual([calls, rows]);
  expect(asked.filter((url) => !url.startsWith(tenant.url))).toEqual([]);
});
