import { expect, it } from 'vitest';
import { database, person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';

it('makes a database user with the defaults of Auth0', async () => {
  const { call } = await startTenant();

  const { status, body } = await call('POST', '/users', {
    body: { connection: database, email: 'Ada@Example.com', password: 'Correct-horse-1', given_name: 'Ada' },
  });

  expect(status).toBe(201);
  expect(body).toEqual({
    user_id: expect.stringMatching(/^auth0\|[0-9a-f]{24}$/),
    email: 'ada@example.com',
    email_verified: false,
    given_name: 'Ada',
    name: 'ada@example.com',
    nickname: 'ada',
    picture: expect.stringMatching(/^https:\/\/s\.gravatar\.com\/avatar\//),
    created_at: '2026-03-01T12:00:00.000Z',
    updated_at: '2026-03-01T12:00:00.000Z',
    identities: [
      {
        connection: database,
        provider: 'auth0',
        user_id: expect.stringMatching(/^[0-9a-f]{24}$/),
        isSocial: false,
      },
    ],
  });
});

it('makes users with an id of their own, a username, or a phone number', async () => {
  const { call } = await startTenant();
  const password = 'Correct-horse-1';

  const made = [
    {
      connection: database,
      email: 'a@b.co',
      password,
      user_id: 'mine',
      blocked: true,
      app_metadata: { x: 1 },
    },
    { connection: 'Staff', email: 'a@b.co', password, username: 'Ada' },
    { connection: 'sms', phone_number: '+15551234' },
    { connection: 'email', email: 'a@b.co', email_verified: true },
  ].map((body) => call('POST', '/users', { body }));

  expect(await Promise.all(made)).toMatchObject([
    { status: 201, body: { user_id: 'auth0|mine', blocked: true, app_metadata: { x: 1 } } },
    { status: 201, body: { username: 'ada', identities: [{ connection: 'Staff' }] } },
    { status: 201, body: { user_id: expect.stringMatching(/^sms\|/), phone_number: '+15551234' } },
    { status: 201, body: { user_id: expect.stringMatching(/^email\|/), email_verified: true } },
  ]);
});

const password = 'Correct-horse-1';
it.each([
  [{ email: 'a@b.co' }, "Payload validation error: 'Missing required property: connection'."],
  [{ connection: 'Nowhere' }, 'Connection does not exist.'],
  [{ connection: 'Retired', email: 'a@b.co', password }, 'Connection is disabled.'],
  [{ connection: database, password }, "Payload validation error: 'Missing required property: email'."],
  [
    { connection: database, email: 'a@b.co' },
    "Payload validation error: 'Missing required property: password'.",
  ],
  [
    { connection: 'Staff', email: 'a@b.co', password },
    "Payload validation error: 'Missing required property: username'.",
  ],
  [{ connection: 'sms' }, "Payload validation error: 'Missing required property: phone_number'."],
  [
    { connection: database, email: 'a@b.co', password, username: 'ada' },
    'Cannot set username for connection without requires_username.',
  ],
  [
    { connection: database, email: 'a@b.co', password: 'weak' },
    'PasswordStrengthError: Password is too weak',
  ],
  [
    { connection: 'okta', email: 'a@b.co' },
    'Connection does not support user creation through the API. It must either be a database or passwordless connection.',
  ],
])('refuses to make %j', async (body, message) => {
  const { call } = await startTenant();

  expect(await call('POST', '/users', { body })).toMatchObject({ status: 400, body: { message } });
});

it('refuses a second user with the same email in one connection only', async () => {
  const { call } = await startTenant({ users: [person('ada')] });
  const body = { email: 'ADA@example.com', password, username: 'ada' };

  const taken = await call('POST', '/users', {
    body: { ...body, username: undefined, connection: database },
  });
  const elsewhere = await call('POST', '/users', { body: { ...body, connection: 'Staff' } });

  expect(taken.status).toBe(409);
  expect(taken.body).toEqual({
    statusCode: 409,
    error: 'Conflict',
    message: 'The user already exists.',
    errorCode: 'auth0_idp_error',
  });
  expect(elsewhere.status).toBe(201);
});

it('gives the fields that are asked for, or all but them', async () => {
  const { call } = await startTenant({ users: [person('ada')] });
  const path = at`/users/${'auth0|ada'}`;

  expect((await call('GET', `${path}?fields=email,blocked`)).body).toEqual({ email: 'ada@example.com' });
  expect(
    (await call('GET', `${path}?fields=identities,created_at,updated_at&include_fields=false`)).body,
  ).toEqual({
    user_id: 'auth0|ada',
    name: 'ada',
    email: 'ada@example.com',
    email_verified: true,
  });
  expect(await call('GET', `${path}?fields=email,multifactor`)).toMatchObject({
    status: 400,
    body: {
      message: expect.stringMatching(
        /^Query validation error: 'String 'email,multifactor' does not match pattern\. Must be a comma separated list/,
      ),
    },
  });
});

it('finds by email with its exact letters, in every connection', async () => {
  const { call } = await startTenant({
    users: [
      person('ada'),
      person('two', { email: 'ada@example.com', connection: 'Staff' }),
      person('Big', { email: 'Ada@example.com' }),
    ],
  });

  expect((await call('GET', '/users-by-email?email=ada%40example.com&fields=name')).body).toEqual([
    { name: 'ada' },
    { name: 'two' },
  ]);
  expect((await call('GET', '/users-by-email?email=nobody%40example.com')).body).toEqual([]);
  expect(await call('GET', '/users-by-email')).toMatchObject({
    status: 400,
    body: { errorCode: 'invalid_query_string' },
  });
});

it('deletes, and says the same for someone who is not there', async () => {
  const { call, tenant } = await startTenant({ users: [person('ada')] });

  expect((await call('DELETE', at`/users/${'auth0|ada'}`)).status).toBe(204);
  expect((await call('DELETE', at`/users/${'auth0|ada'}`)).status).toBe(204);

  expect(tenant.user('auth0|ada')).toBeUndefined();
  expect(await call('GET', at`/users/${'auth0|ada'}`)).toMatchObject({
    status: 404,
    body: {
      statusCode: 404,
      error: 'Not Found',
      message: 'The user does not exist.',
      errorCode: 'inexistent_user',
    },
  });
});

it.each(['auth0|a/b', 'auth0|a%2Fb', 'auth0|100%', 'auth0|ä 😀', 'samlp|okta|x', 'auth0|a?b#c', 'auth0|..'])(
  'reads and changes a user with the id %s',
  async (user_id) => {
    const { call } = await startTenant({ users: [person('x', { user_id })] });

    expect(await call('GET', at`/users/${user_id}`)).toMatchObject({ status: 200, body: { user_id } });
    expect(await call('PATCH', at`/users/${user_id}`, { body: { blocked: true } })).toMatchObject({
      status: 200,
    });
  },
);

it('calls an id without a provider malformed', async () => {
  const { call } = await startTenant();

  expect(await call('GET', '/users/ada')).toMatchObject({
    status: 400,
    body: {
      message: expect.stringContaining("Object didn't pass validation for format user-id: ada"),
      errorCode: 'invalid_uri',
    },
  });
});

it.each([
  [
    'page=10&per_page=100',
    'invalid_paging',
    /^You can only page through the first 1000 records\. See https:/,
  ],
  ['per_page=101', 'invalid_query_string', /is greater than maximum 100/],
  ['page=-1', 'invalid_query_string', /is less than minimum 0/],
  ['page=x', 'invalid_query_string', /Expected type integer/],
  [
    'colour=red',
    'invalid_query_string',
    /^Query validation error: 'Additional properties not allowed: colour'\.$/,
  ],
  ['search_engine=v9', 'invalid_query_string', /No enum match for: v9/],
])('refuses a list by %s', async (query, errorCode, message) => {
  const { call } = await startTenant();

  expect(await call('GET', `/users?${query}`)).toMatchObject({
    status: 400,
    body: { errorCode, message: expect.stringMatching(message) },
  });
});

it('lists 50 unless told otherwise and for which page, up to the thousandth', async () => {
  const { call } = await startTenant({ users: Array.from({ length: 1100 }, (_, n) => person(`p${n}`)) });

  expect((await call('GET', '/users')).body).toHaveLength(50);
  expect((await call('GET', '/users?per_page=100')).body).toHaveLength(50);
  expect((await call('GET', '/users?per_page=100&page=0')).body).toHaveLength(100);
  expect(
    (await call('GET', '/users?page=9&per_page=100&include_totals=true&fields=name')).body,
  ).toMatchObject({
    start: 900,
    limit: 100,
    length: 100,
    total: 1100,
  });
});

it('refuses an address that is too long', async () => {
  const { call } = await startTenant();

  expect(await call('GET', `/users?q=${'a'.repeat(9000)}`)).toMatchObject({ status: 414 });
});
