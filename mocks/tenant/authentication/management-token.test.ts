import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { expect, it } from 'vitest';
import { askToken } from './example-flow.ts';
import { api, backEnd, managementApi, tenantUrl } from './example-seed.ts';
import { startTenant } from './example-tenant.ts';
import { signingKeys } from './keys.ts';
import { verifyManagementToken } from './management-token.ts';

const invalid = 'Invalid token.';
const forged = 'Invalid signature received for JSON Web Token validation.';

async function start() {
  const tenant = await startTenant();
  const verify = verifyManagementToken(tenant.store, tenantUrl);
  const request = (authorization?: string) =>
    verify(new Request(managementApi, authorization ? { headers: { Authorization: authorization } } : {}));
  const claims = { iss: `${tenantUrl}/`, aud: managementApi, exp: tenant.store.now() / 1000 + 60 };
  return { tenant, request, claims, keys: signingKeys(tenant.store.storage) };
}

it('knows a client by the token that the token endpoint gave it', async () => {
  const { tenant, request } = await start();
  const answer = await askToken(tenant, {
    grant_type: 'client_credentials',
    client_id: backEnd.client_id,
    client_secret: backEnd.client_secret ?? '',
    audience: managementApi,
  });

  const caller = await request(`Bearer ${(await answer.json()).access_token}`);

  expect(caller).toEqual({
    scopes: ['read:users', 'update:users'],
    clientId: 'back-end',
    subject: 'back-end@clients',
  });
});

it.each<[string, string, (parts: Awaited<ReturnType<typeof start>>) => Promise<string | undefined>]>([
  ['no token', invalid, async () => undefined],
  ['another scheme', invalid, async () => 'Basic YTpi'],
  ['nonsense', invalid, async () => 'Bearer a.b.c'],
  [
    'a token for another API',
    invalid,
    async ({ keys, claims }) => `Bearer ${await keys.sign({ ...claims, aud: api })}`,
  ],
  [
    'another issuer',
    invalid,
    async ({ keys, claims }) => `Bearer ${await keys.sign({ ...claims, iss: tenantUrl })}`,
  ],
  ['no signature at all', invalid, async ({ claims }) => `Bearer ${new UnsecuredJWT(claims).encode()}`],
  [
    'an expired token',
    'Expired token received for JSON Web Token validation',
    async ({ keys, claims }) => `Bearer ${await keys.sign({ ...claims, exp: claims.exp - 61 })}`,
  ],
  ['a changed token', forged, async ({ keys, claims }) => `Bearer ${changed(await keys.sign(claims))}`],
  ['a token of another key', forged, async ({ claims }) => `Bearer ${await signedByAnother(claims)}`],
])('answers 401 to %s', async (_, message, authorization) => {
  const parts = await start();

  const answer = await parts.request(await authorization(parts));

  expect(answer).toBeInstanceOf(Response);
  if (!(answer instanceof Response)) return;
  expect(answer.status).toBe(401);
  expect(await answer.json()).toEqual({ statusCode: 401, error: 'Unauthorized', message });
});

function changed(token: string): string {
  const [header, , signature] = token.split('.');
  const claims = btoa(JSON.stringify({ iss: `${tenantUrl}/`, aud: managementApi, exp: 9e9 })).replace(
    /=+$/,
    '',
  );
  return [header, claims, signature].join('.');
}

async function signedByAnother(claims: object): Promise<string> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const { n = '' } = await exportJWK(publicKey);
  return new SignJWT({ ...claims }).setProtectedHeader({ alg: 'RS256', kid: n.slice(0, 8) }).sign(privateKey);
}
