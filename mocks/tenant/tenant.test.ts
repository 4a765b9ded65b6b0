import { expect, it } from 'vitest';
import { exampleSeed, person } from './example-seed.ts';
import { at, machineToken, startTenant } from './example-tenant.ts';
import { createTenant } from './tenant.ts';

it('finds again what another instance over the same storage has changed', async () => {
  const first = await startTenant({ users: [person('ada'), person('bob')] });
  const second = await startTenant({ users: [person('ada'), person('bob')], storage: first.storage });
  expect(await second.find('email:*')).toEqual(['ada', 'bob']);

  await first.call('PATCH', at`/users/${'auth0|ada'}`, { body: { name: 'ada two' } });
  await first.call('DELETE', at`/users/${'auth0|bob'}`);
  await first.call('POST', '/roles', { body: { name: 'Fresh' } });

  expect(await second.find('email:*')).toEqual(['ada two']);
  expect(second.tenant.user('auth0|ada')?.name).toBe('ada two');
  expect((await second.call('GET', '/roles?name_filter=fresh')).body).toMatchObject([{ name: 'Fresh' }]);
  expect(second.tenant.logs().filter(({ type }) => type === 'sapi')).toHaveLength(3);
});

it('starts from what is in storage, as after a reload', async () => {
  const before = await startTenant({ users: [person('ada')] });
  await before.call('PATCH', at`/users/${'auth0|ada'}`, { body: { blocked: true } });

  const after = await startTenant({ users: [person('ada')], storage: before.storage });

  expect(await after.find('blocked:true')).toEqual(['ada']);
});

it('is as new after a reset, for every instance', async () => {
  const first = await startTenant({ users: [person('ada'), person('bob')] });
  const second = await startTenant({ users: [person('ada'), person('bob')], storage: first.storage });
  await first.call('PATCH', at`/users/${'auth0|ada'}`, { body: { name: 'changed' } });
  first.tenant.addUser({ profile: { name: 'new' } });
  expect(await second.find('email:*')).toEqual(['bob', 'changed', 'new']);

  first.tenant.reset();

  expect(await first.find('email:*')).toEqual(['ada', 'bob']);
  expect(await second.find('email:*')).toEqual(['ada', 'bob']);
  expect(first.tenant.logs().filter(({ type }) => type === 'sapi')).toEqual([]);
});

it('makes the crowd only when somebody searches or asks for one of it', async () => {
  let made = 0;
  const crowd = () => {
    made += 1;
    return [person('zoe')];
  };
  const { tenant, find, call } = await startTenant({ seed: { ...exampleSeed([person('ada')]), crowd } });

  await call('GET', at`/users/${'auth0|ada'}`);
  await tenant.token('ada@example.com');
  expect(made).toBe(0);

  expect((await call('GET', at`/users/${'auth0|zoe'}`)).status).toBe(200);
  expect(await find('email:*')).toEqual(['ada', 'zoe']);
  expect(made).toBe(1);
});

it('hands out copies', async () => {
  const { tenant, call } = await startTenant({
    users: [person('ada', { app_metadata: { organization: 'Acme' } })],
  });

  const profile = tenant.user('auth0|ada');
  if (profile) profile.app_metadata = { organization: 'Globex' };
  const record = tenant.record('auth0|ada');
  if (record) record.profile.name = 'changed';
  const added = tenant.addUser({ profile: { user_id: 'auth0|new', name: 'new' } });
  added.name = 'changed';

  expect(tenant.user('auth0|ada')).toMatchObject({ name: 'ada', app_metadata: { organization: 'Acme' } });
  expect((await call('GET', at`/users/${'auth0|new'}`)).body).toMatchObject({ name: 'new' });
});

it('lives below a path', async () => {
  const url = 'https://host.example/demo/tenant';
  const tenant = createTenant({ url, seed: exampleSeed([person('ada')]) });

  const headers = { Authorization: `Bearer ${await machineToken(tenant)}` };
  const response = await tenant.fetch(new Request(`${url}/api/v2/users/auth0%7Cada`, { headers }));

  expect(response.status).toBe(200);
  expect(tenant.calls).toMatchObject([{ path: '/api/v2/users/auth0%7Cada' }]);
});
