import { expect, it } from 'vitest';
import { exampleSeed, person, tenantUrl } from './example-seed.ts';
import { at, machineToken, startTenant } from './example-tenant.ts';
import type { Connection } from './model.ts';
import { createTenant } from './tenant.ts';

const ada = at`/users/${'auth0|ada'}`;
const strict = {
  passwordPolicy: 'good',
  password_history: { enable: true, size: 2 },
  password_dictionary: { enable: true, dictionary: [] },
  password_no_personal_info: { enable: true },
};

function database(name: string, options: Connection['options']): Connection {
  return {
    id: `con_${name}`,
    name,
    strategy: 'auth0',
    options,
    enabled_clients: ['app'],
    realms: [name],
    is_domain_connection: false,
  };
}

const seed = {
  connections: [
    ...exampleSeed().connections,
    database('Strict', strict),
    database('Flexible', {
      attributes: {
        email: { identifier: { active: true }, unique: false, signup: { status: 'optional' } },
        username: {
          identifier: { active: true },
          signup: { status: 'required' },
          validation: { min_length: 3, max_length: 30 },
        },
      },
    }),
  ],
};

it.each([
  ['Short-1', 'PasswordStrengthError: Password is too weak'],
  ['Password123', 'PasswordDictionaryError: Password is too common'],
  ['Ada-2026-x', 'PasswordNoUserInfoError: Password contains user information'],
  ['Correct-horse-1', 'PasswordHistoryError: Password has previously been used'],
])('takes no %s for a new password', async (password, message) => {
  const { call, tenant } = await startTenant({ users: [person('ada', { connection: 'Strict' })], seed });

  const refused = await call('PATCH', ada, { body: { password } });

  expect(refused).toMatchObject({ status: 400, body: { message } });
  expect(tenant.record('auth0|ada')).toMatchObject({ password: 'Correct-horse-1' });
});

it('remembers as many passwords as the policy says', async () => {
  const { call } = await startTenant({ users: [person('ada', { connection: 'Strict' })], seed });
  const change = async (password: string) => (await call('PATCH', ada, { body: { password } })).status;

  expect(await change('Second-horse-2')).toBe(200);
  expect(await change('Correct-horse-1')).toBe(400);
  expect(await change('Third-horse-3')).toBe(200);
  expect(await change('Correct-horse-1')).toBe(200);
});

it('holds whoever is made to the same policy', async () => {
  const { call } = await startTenant({ seed });
  const make = (password: string) =>
    call('POST', '/users', { body: { connection: 'Strict', email: 'ada@example.com', password } });

  expect(await make('Ada-2026-x')).toMatchObject({
    status: 400,
    body: { message: expect.stringMatching(/PasswordNoUserInfo/) },
  });
  expect(await make('Correct-horse-1')).toMatchObject({ status: 201 });
});

it('makes people by the identifiers that a connection asks for', async () => {
  const { call } = await startTenant({ seed });
  const make = (body: object) =>
    call('POST', '/users', { body: { connection: 'Flexible', password: 'x', ...body } });

  expect(await make({ email: 'a@b.co' })).toMatchObject({
    status: 400,
    body: { message: "Payload validation error: 'Missing required property: username'." },
  });
  expect(await make({ username: 'xy' })).toMatchObject({ status: 400 });
  expect(await make({ username: 'a-name-of-more-than-15', email: 'a@b.co' })).toMatchObject({ status: 201 });
  expect(await make({ username: 'another', email: 'a@b.co' })).toMatchObject({ status: 201 });
  expect(await make({ username: 'Another' })).toMatchObject({ status: 409 });
});

it('sends a verification mail to whoever is made, unless told otherwise', async () => {
  const { call, tenant } = await startTenant({ seed });
  const make = (email: string, more: object) =>
    call('POST', '/users', { body: { connection: 'Strict', email, password: 'Correct-horse-1', ...more } });

  await make('plain@example.com', {});
  await make('verified@example.com', { email_verified: true });
  await make('quiet@example.com', { verify_email: false });
  await call('POST', '/users', { body: { connection: 'email', email: 'code@example.com' } });

  expect(tenant.mails().map(({ to, kind }) => [to, kind])).toEqual([['plain@example.com', 'verify_email']]);
});

it('sends one about a changed email only when asked to, and leaves email_verified as it is', async () => {
  const { call, tenant } = await startTenant({ users: [person('ada')], seed });

  await call('PATCH', ada, { body: { email: 'first@example.com' } });
  await call('PATCH', ada, {
    body: { email: 'second@example.com', email_verified: false, verify_email: true, client_id: 'app' },
  });

  expect(tenant.mails()).toMatchObject([{ to: 'second@example.com', client_id: 'app' }]);
  expect(tenant.user('auth0|ada')).toMatchObject({ email: 'second@example.com', email_verified: false });
});

it.each([
  ['keeps', true],
  ['lifts', false],
] as const)("does to an administrator's block what the tenant is told: %s", async (newPassword, blocked) => {
  const users = [person('ada', { blocked: true })];
  const { storage } = await startTenant();
  const tenant = createTenant({
    url: tenantUrl,
    seed: exampleSeed(users),
    storage,
    blocking: { newPassword },
  });
  const headers = {
    Authorization: `Bearer ${await machineToken(tenant)}`,
    'Content-Type': 'application/json',
  };

  await tenant.fetch(
    new Request(`${tenant.url}/api/v2${ada}`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ password: 'Another-horse-2' }),
    }),
  );

  expect(tenant.user('auth0|ada')?.blocked).toBe(blocked);
});
