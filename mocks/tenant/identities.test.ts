import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { signingKeys } from './authentication/keys.ts';
import { database, person, tenantUrl } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';
import { signInAs } from './example-visitor.ts';
import type { TenantUser } from './model.ts';

const ada = at`/users/${'auth0|ada'}/identities`;
const second = { provider: 'auth0', user_id: 'second' };
const main = { connection: database, provider: 'auth0', user_id: 'ada', isSocial: false };
const secondary = { connection: database, provider: 'auth0', user_id: 'second', isSocial: false };
const dataOf = (id: string) => ({ email: `${id}@example.com`, email_verified: true, name: id });

const users = () => [
  person('ada', { app_metadata: { organization: 'Acme' } }),
  person(
    'second',
    { app_metadata: { organization: 'Acme' }, user_metadata: { theme: 'dark' }, given_name: 'Second' },
    { roles: ['rol_reader'] },
  ),
  person('third', { name: 'third@example.com' }),
];

it('links an account, and answers every identity with what it brings', async () => {
  const { call } = await startTenant({ users: users() });

  const { status, body } = await call('POST', ada, { body: second });

  expect(status).toBe(201);
  expect(body).toEqual([
    { ...main, profileData: dataOf('ada') },
    { ...secondary, profileData: { ...dataOf('second'), given_name: 'Second' } },
  ]);
});

it('leaves nothing of the linked user but his identity', async () => {
  const { call, find, tenant } = await startTenant({ users: users() });
  const visitor = await signInAs(tenant, 'second');

  await call('POST', ada, { body: second });

  const user = (await call('GET', at`/users/${'auth0|ada'}`)).body as TenantUser;
  expect(user.identities).toMatchObject([main, secondary]);
  expect(user).toMatchObject({ name: 'ada', app_metadata: { organization: 'Acme' } });
  expect(user).not.toHaveProperty('user_metadata');
  expect(tenant.record('auth0|ada')?.roles).toBeUndefined();
  expect((await call('GET', at`/users/${'auth0|second'}`)).status).toBe(404);
  expect(await find('email.domain:"example.com"')).not.toContain('second');
  expect((await call('GET', '/roles/rol_reader/users')).body).toEqual([]);
  expect([await visitor.silently(), await visitor.refresh()]).toEqual(['login_required', 'invalid_grant']);
});

it('leaves a name out that only repeats the address', async () => {
  const { call } = await startTenant({ users: users() });

  const { body } = await call('POST', ada, { body: { provider: 'auth0', user_id: 'third' } });

  expect(body).toMatchObject([{}, { profileData: { email: 'third@example.com' } }]);
  expect(JSON.stringify(body)).not.toContain('"name":"third');
});

it('takes along what is linked to the linked user', async () => {
  const { call } = await startTenant({ users: users() });
  await call('POST', at`/users/${'auth0|second'}/identities`, {
    body: { provider: 'auth0', user_id: 'third' },
  });

  const { body } = await call('POST', ada, { body: second });

  expect(body).toMatchObject([{ user_id: 'ada' }, { user_id: 'second' }, { user_id: 'third' }]);
});

it.each([
  [second, 201],
  [{ ...second, user_id: 'auth0|second' }, 201],
  [{ ...second, connection_id: 'con_UsernamePassword' }, 201],
])('takes the account by %o', async (body, status) => {
  const { call } = await startTenant({ users: users() });

  expect((await call('POST', ada, { body })).status).toBe(status);
});

it.each([
  [{ provider: 'auth0', user_id: 'ada' }, 400, 'Main identity and the new one are the same.'],
  [{ provider: 'auth0', user_id: 'none' }, 400, 'Provided secondary account not found.'],
  [{ provider: 'sms', user_id: 'second' }, 400, 'Provided secondary account not found.'],
  [{ ...second, connection_id: 'con_Staff00000000000' }, 400, 'Provided secondary account not found.'],
  [{ provider: 'auth0', user_id: 'third' }, 409, 'Specified identity already exists.'],
  [{}, 400, "Payload validation error: 'Missing required property: provider'."],
  [{ provider: 'auth0' }, 400, "Payload validation error: 'Missing required property: user_id'."],
  [{ ...second, name: 'x' }, 400, expect.stringContaining('Additional properties not allowed: name')],
  [{ ...second, link_with: 'x' }, 400, expect.stringContaining('link_with')],
  [{ link_with: 'a.b.c' }, 400, 'The link_with token is not valid.'],
])('refuses to link %o', async (body, status, message) => {
  const { call, tenant } = await startTenant({ users: users() });
  await call('POST', ada, { body: { provider: 'auth0', user_id: 'third' } });

  const answer = await call('POST', ada, { body });

  expect(answer).toMatchObject({ status, body: { message } });
  expect(tenant.user('auth0|ada')?.identities).toHaveLength(2);
  expect(tenant.user('auth0|second')).toBeDefined();
});

it.each([
  ['its own', { aud: 'machine', iss: `${tenantUrl}/` }, 201],
  ['another client', { aud: 'app', iss: `${tenantUrl}/` }, 400],
  ['another tenant', { aud: 'machine', iss: 'https://elsewhere.example/' }, 400],
  ['long ago', { aud: 'machine', iss: `${tenantUrl}/`, exp: 1 }, 400],
])('links by an ID token for the client that calls, not one for %s', async (_, claims, status) => {
  const { call, storage } = await startTenant({ users: users() });
  const link_with = await signingKeys(storage).sign({ sub: 'auth0|second', exp: 2_000_000_000, ...claims });

  expect(decodeJwt(link_with).sub).toBe('auth0|second');
  expect((await call('POST', ada, { body: { link_with } })).status).toBe(status);
});

it('splits an identity off again: a user of its own, with its password and without its metadata', async () => {
  const { call, tenant } = await startTenant({ users: users() });
  await call('POST', ada, { body: second });

  const { status, body } = await call('DELETE', `${ada}/auth0/second`);

  expect(status).toBe(200);
  expect(body).toEqual([{ ...main, profileData: dataOf('ada') }]);
  const split = tenant.user('auth0|second');
  expect(split).toMatchObject({ ...dataOf('second'), given_name: 'Second', identities: [secondary] });
  expect(split).not.toHaveProperty('app_metadata');
  expect(split).not.toHaveProperty('user_metadata');
  expect(split?.identities[0]).not.toHaveProperty('profileData');
  expect(await (await signInAs(tenant, 'second')).silently()).toBe('code');
});

it.each([
  ['auth0/ada', 'Main identity cannot be removed.'],
  ['sms/ada', 'The specified identity does not exist.'],
  ['auth0/second', 'The specified identity does not exist.'],
])('does not split off %s', async (identity, message) => {
  const { call } = await startTenant({ users: users() });

  expect(await call('DELETE', `${ada}/${identity}`)).toMatchObject({ status: 400, body: { message } });
});

it('logs both acts, and lets only those do them who may', async () => {
  const { call, tenant } = await startTenant({ users: users() });

  const refused = await call('POST', ada, { body: second, scope: 'read:users' });
  await call('POST', ada, { body: second });
  await call('DELETE', `${ada}/auth0/second`);

  expect(refused.status).toBe(403);
  const writes = tenant.logs().filter(({ type }) => type === 'sapi');
  expect(writes.map(({ description }) => description)).toEqual([
    'Link a User Account',
    'Unlink a User Identity',
  ]);
});

it('deletes linked accounts with the user', async () => {
  const { call, tenant } = await startTenant({ users: users() });
  await call('POST', ada, { body: second });

  await call('DELETE', at`/users/${'auth0|ada'}`);

  expect([tenant.user('auth0|ada'), tenant.user('auth0|second')]).toEqual([undefined, undefined]);
});

it('lets a person sign in by the linked account too, as the one user', async () => {
  const { call, tenant } = await startTenant({ users: users() });
  await call('POST', ada, { body: second });

  const visitor = await signInAs(tenant, 'second');

  expect(await visitor.silently()).toBe('code');
  const { body } = await call('GET', at`/users/${'auth0|ada'}/sessions`);
  expect(body).toMatchObject({ sessions: [{ user_id: 'auth0|ada' }] });
});

it('lets a person link with his own token only what he holds an ID token of', async () => {
  const { call, storage, tenant } = await startTenant({ users: users() });
  const keys = signingKeys(storage);
  const api = { iss: `${tenantUrl}/`, exp: 2_000_000_000, azp: 'app' };
  const own = await keys.sign({
    ...api,
    sub: 'auth0|ada',
    aud: `${tenantUrl}/api/v2/`,
    scope: 'update:current_user_identities',
  });
  const link_with = await keys.sign({ ...api, sub: 'auth0|second', aud: 'app' });
  const headers = { Authorization: `Bearer ${own}` };

  const statuses = [
    await call('POST', ada, { body: second, headers }),
    await call('POST', at`/users/${'auth0|third'}/identities`, { body: { link_with }, headers }),
    await call('POST', ada, { body: { link_with }, headers }),
  ].map(({ status }) => status);

  expect(statuses).toEqual([403, 403, 201]);
  expect(tenant.user('auth0|third')?.identities).toHaveLength(1);
});
