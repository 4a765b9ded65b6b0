import { expect, it } from 'vitest';
import { database, person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';

const ada = at`/users/${'auth0|ada'}`;
const users = [
  person('ada', {
    app_metadata: { organization: 'Acme', dept: { code: 1, floor: 2 } },
    user_metadata: { a: 1 },
  }),
  person('bob', { username: 'bobby', connection: 'Staff' }),
  person('carl', { username: 'carl', connection: 'Staff' }),
  person('leg', { connection: 'Legacy' }),
  person('ret', { connection: 'Retired' }),
  person('goo', { connection: 'google-oauth2', provider: 'google-oauth2' }),
  person('okt', { connection: 'okta', provider: 'samlp' }),
  person('okf', { connection: 'okta-first-login', provider: 'samlp' }),
  person('sms', { connection: 'sms', provider: 'sms', phone_number: '+1555' }),
];

it('merges metadata at the first level only', async () => {
  const { call } = await startTenant({ users });

  const { status, body } = await call('PATCH', ada, {
    body: { app_metadata: { dept: { code: 9 }, level: 3 }, user_metadata: { a: null, b: 2 } },
  });

  expect(status).toBe(200);
  expect(body).toMatchObject({
    user_id: 'auth0|ada',
    app_metadata: { organization: 'Acme', level: 3 },
    updated_at: '2026-03-01T12:00:00.000Z',
  });
  expect(body).toHaveProperty('app_metadata.dept', { code: 9 });
  expect(body).toHaveProperty('user_metadata', { b: 2 });
});

it('empties metadata by {}: one is then shown empty, the other not at all', async () => {
  const { call } = await startTenant({ users });

  const { body } = await call('PATCH', ada, { body: { app_metadata: {}, user_metadata: {} } });

  expect(body).toHaveProperty('user_metadata', {});
  expect(body).not.toHaveProperty('app_metadata');
});

it('unsets an attribute by null and keeps emails in lower case', async () => {
  const { call } = await startTenant({ users });

  await call('PATCH', ada, { body: { nickname: 'A', given_name: 'Ada' } });
  const { body } = await call('PATCH', ada, { body: { nickname: null, email: 'ADA@New.org' } });

  expect(body).not.toHaveProperty('nickname');
  expect(body).toMatchObject({ given_name: 'Ada', email: 'ada@new.org', name: 'ada' });
});

it('sets a password beside metadata, and lifts brute-force blocks', async () => {
  const locked = person('ada', {}, { bruteForceBlocks: [{ identifier: 'ada@example.com' }] });
  const { call, tenant } = await startTenant({ users: [locked] });

  const { body } = await call('PATCH', ada, { body: { password: 'New-horse-2', app_metadata: { x: 1 } } });

  expect(body).toMatchObject({ last_password_reset: '2026-03-01T12:00:00.000Z', app_metadata: { x: 1 } });
  expect(body).not.toHaveProperty('password');
  expect(tenant.record('auth0|ada')).toMatchObject({ password: 'New-horse-2', bruteForceBlocks: [] });
});

it.each([
  ['password', 'email'],
  ['password', 'email_verified'],
  ['username', 'password'],
  ['username', 'email'],
  ['username', 'email_verified'],
])('refuses %s and %s together', async (one, other) => {
  const values = { password: 'New-horse-2', email: 'x@example.com', email_verified: true, username: 'adax' };
  const { call, tenant } = await startTenant({ users });

  const { status, body } = await call('PATCH', at`/users/${'auth0|bob'}`, {
    body: Object.fromEntries(Object.entries(values).filter(([name]) => name === one || name === other)),
  });

  expect(status).toBe(400);
  expect(body).toEqual({
    statusCode: 400,
    error: 'Bad Request',
    message: `Cannot update ${one} and ${other} simultaneously.`,
  });
  expect(tenant.user('auth0|bob')).toEqual(users[1]?.profile);
});

it.each([
  ['auth0|leg', { name: 'X' }, /^The following user attributes cannot be updated: name\./],
  ['auth0|leg', { email: 'x@example.com' }, /cannot be updated: email/],
  [
    'auth0|ret',
    { email: 'x@example.com' },
    /^Cannot change email or password for users in a disabled connection\.$/,
  ],
  [
    'google-oauth2|goo',
    { family_name: 'X', name: 'X' },
    /^The following user attributes cannot be updated: family_name, name\. The connection must either be a database connection/,
  ],
  ['google-oauth2|goo', { email: 'x@example.com' }, /^Cannot update email for non-database user\.$/],
  ['google-oauth2|goo', { password: 'New-horse-2' }, /non-database user/],
  ['samlp|okt', { email_verified: true }, /^Email verification is not supported for enterprise users\.$/],
  ['sms|sms', { email_verified: true }, /^Email verification is not supported/],
  ['auth0|ada', { email: 'BOB@example.com', connection: 'Nowhere' }, /^Connection does not exist\.$/],
  ['auth0|ada', { username: 'adax' }, /^Cannot update username for users without an username already set$/],
  ['auth0|bob', { username: 'CARL' }, /^The username provided is in use already\.$/],
  ['auth0|bob', { email: 'CARL@example.com' }, /^The specified new email already exists$/],
  ['auth0|bob', { username: 'x' }, /String is too short \(1 chars\), minimum 2/],
  ['auth0|ada', { password: 'short' }, /^PasswordStrengthError: Password is too weak$/],
  ['auth0|ada', { app_metadata: { email: 1 } }, /Invalid property names: email/],
  ['auth0|ada', { user_metadata: { 'a.b': 1 } }, /Invalid property names: a\.b/],
  [
    'auth0|ada',
    { identities: [], last_ip: '1' },
    /^Payload validation error: 'Additional properties not allowed: identities,last_ip \(consider storing them in app_metadata or user_metadata/,
  ],
  [
    'auth0|ada',
    { blocked: 'yes' },
    /^Payload validation error: 'Expected type boolean but found type string' on property blocked/,
  ],
  [
    'auth0|ada',
    { email: '' },
    /^Payload validation error: 'Object didn't pass validation for format email: ' on property email \(/,
  ],
  ['auth0|ada', { given_name: 'x'.repeat(151) }, /String is too long \(151 chars\), maximum 150/],
])('refuses for %s %j', async (id, change, message) => {
  const { call, tenant } = await startTenant({ users });
  const before = tenant.user(id);

  const { status, body } = await call('PATCH', at`/users/${id}`, { body: change });

  expect(status).toBe(400);
  expect(body).toMatchObject({
    statusCode: 400,
    error: 'Bad Request',
    message: expect.stringMatching(message),
  });
  expect(tenant.user(id)).toEqual(before);
});

it('changes what is allowed for users of any kind', async () => {
  const { call } = await startTenant({ users });

  for (const id of ['auth0|leg', 'auth0|ret', 'google-oauth2|goo', 'samlp|okt', 'sms|sms'])
    expect(
      await call('PATCH', at`/users/${id}`, { body: { blocked: true, user_metadata: { a: 1 } } }),
    ).toMatchObject({
      status: 200,
      body: { blocked: true },
    });
  expect(await call('PATCH', at`/users/${'samlp|okf'}`, { body: { name: 'X' } })).toMatchObject({
    status: 200,
  });
  expect(await call('PATCH', at`/users/${'auth0|bob'}`, { body: { username: 'BobbyX' } })).toMatchObject({
    body: { username: 'bobbyx' },
  });
});

it('changes a linked identity when its connection is named', async () => {
  const [main] = person('ada').profile.identities;
  const [linked] = person('bob', { connection: 'Staff' }).profile.identities;
  const { call } = await startTenant({
    users: [person('ada', { identities: [main, linked].flatMap((one) => one ?? []) })],
  });

  const { body } = await call('PATCH', ada, { body: { connection: 'Staff', email: 'second@example.com' } });

  expect(body).toMatchObject({
    email: 'ada@example.com',
    identities: [
      { connection: database },
      { connection: 'Staff', profileData: { email: 'second@example.com' } },
    ],
  });
});

it('lets a token for app_metadata alone change nothing else', async () => {
  const { call, tenant } = await startTenant({ users });
  const scope = 'update:users_app_metadata';

  const allowed = await call('PATCH', ada, { scope, body: { app_metadata: { level: 1 } } });
  const refused = await call('PATCH', ada, { scope, body: { app_metadata: { level: 2 }, blocked: true } });

  expect(allowed.status).toBe(200);
  expect(refused).toMatchObject({ status: 403, body: { errorCode: 'insufficient_scope' } });
  expect(tenant.user('auth0|ada')).toMatchObject({ app_metadata: { level: 1 } });
});
