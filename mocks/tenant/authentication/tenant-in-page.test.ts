import { expect, it } from 'vitest';
import { memoryStorage } from '../storage.ts';
import { createTenant } from '../tenant.ts';
import { authorizeAddress, locationOf, rightPassword } from './example-flow.ts';
import { exampleSeed } from './example-seed.ts';
import { storageCarrier } from './session-carrier.ts';

const url = 'https://app.example/demo/tenant';

/** Each page of a demo without a server runs a tenant of its own, below the app's address. */
function openPage(storage: ReturnType<typeof memoryStorage>) {
  const tenant = createTenant({ url, seed: exampleSeed(), storage, session: storageCarrier(storage) });
  return (path: string, init?: RequestInit) =>
    tenant.fetch(new Request(path.replace(/^\//, `${url}/`), init));
}

it('signs a person in across pages that share no more than a storage', async () => {
  const storage = memoryStorage();
  const toLogin = locationOf(await openPage(storage)(await authorizeAddress()));

  const back = await openPage(storage)(toLogin.href, {
    method: 'POST',
    body: new URLSearchParams(rightPassword),
  });
  const silent = await openPage(storage)(await authorizeAddress({ prompt: 'none' }));

  expect(toLogin.href).toMatch(/^https:\/\/app\.example\/demo\/tenant\/u\/login\?state=/);
  expect(locationOf(back).searchParams.has('code')).toBe(true);
  expect(locationOf(silent).searchParams.has('code')).toBe(true);
});

it('says the same of itself as its tokens do, path included', async () => {
  const page = openPage(memoryStorage());

  const description = await (await page('/.well-known/openid-configuration')).json();

  expect(description).toMatchObject({
    issuer: `${url}/`,
    token_endpoint: `${url}/oauth/token`,
  });
});
