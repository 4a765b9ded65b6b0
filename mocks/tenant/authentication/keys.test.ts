import { createLocalJWKSet, decodeProtectedHeader, importX509, jwtVerify } from 'jose';
import { expect, it } from 'vitest';
import { memoryStorage } from '../storage.ts';
import { askToken } from './example-flow.ts';
import { backEnd, managementApi } from './example-seed.ts';
import { type ExampleTenant, startTenant } from './example-tenant.ts';
import { signingKeys } from './keys.ts';

async function machineToken(tenant: ExampleTenant): Promise<string> {
  const response = await askToken(tenant, {
    grant_type: 'client_credentials',
    client_id: backEnd.client_id,
    client_secret: backEnd.client_secret ?? '',
    audience: managementApi,
  });
  return (await response.json()).access_token;
}

async function publishedBy(tenant: ExampleTenant) {
  return (await tenant.call('/.well-known/jwks.json')).json();
}

it('publishes the key that signs, and no private part of it', async () => {
  const tenant = await startTenant();

  const { keys } = await publishedBy(tenant);

  const kid = decodeProtectedHeader(await machineToken(tenant)).kid;
  expect(keys).toEqual([
    {
      kty: 'RSA',
      use: 'sig',
      alg: 'RS256',
      kid,
      n: expect.any(String),
      e: 'AQAB',
      x5c: [expect.any(String)],
      x5t: expect.any(String),
    },
  ]);
});

it('publishes the key as a certificate too', async () => {
  const tenant = await startTenant();
  const { keys } = await publishedBy(tenant);

  const key = await importX509(
    `-----BEGIN CERTIFICATE-----\n${keys[0].x5c[0]}\n-----END CERTIFICATE-----`,
    'RS256',
  );

  const { payload } = await jwtVerify(await machineToken(tenant), key, {
    currentDate: new Date(tenant.store.now()),
  });
  expect(payload.sub).toBe('back-end@clients');
});

it('signs with a new key after rotation, and keeps tokens of the old one good', async () => {
  const tenant = await startTenant();
  const before = await machineToken(tenant);
  await signingKeys(tenant.store.storage).rotate();

  const after = await machineToken(tenant);

  const keySet = createLocalJWKSet(await publishedBy(tenant));
  const currentDate = new Date(tenant.store.now());
  expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
  await expect(jwtVerify(before, keySet, { currentDate })).resolves.toBeDefined();
  await expect(jwtVerify(after, keySet, { currentDate })).resolves.toBeDefined();
});

it('forgets a key after the second rotation', async () => {
  const tenant = await startTenant();
  const before = await machineToken(tenant);
  const keys = signingKeys(tenant.store.storage);
  await keys.rotate();

  await keys.rotate();

  await expect(jwtVerify(before, createLocalJWKSet(await publishedBy(tenant)))).rejects.toThrow();
});

it('makes one key, however many ask for it at once', async () => {
  const storage = memoryStorage();
  const instances = [signingKeys(storage), signingKeys(storage)];

  const published = await Promise.all([...instances, ...instances].map((keys) => keys.published()));

  expect(new Set(published.map(([key]) => key?.kid)).size).toBe(1);
});
