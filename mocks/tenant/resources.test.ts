import { expect, it } from 'vitest';
import { exampleSeed, person } from './example-seed.ts';
import { at, startTenant } from './example-tenant.ts';
import type { LogEntry } from './model.ts';

const logId = (number: number) => String(number).padStart(60, '9000');
const entry = (number: number, more: Partial<LogEntry> = {}): LogEntry => ({
  log_id: logId(number),
  date: `2026-02-0${number}T00:00:00.000Z`,
  type: 's',
  user_id: 'auth0|ada',
  client_name: 'App',
  connection: 'Staff',
  ...more,
});
const seed = {
  ...exampleSeed([person('ada'), person('bob')]),
  logsOf: ({ user_id }: { user_id: string }) =>
    user_id === 'auth0|ada' ? [entry(3, { type: 'fp' }), entry(2), entry(1)] : [],
};

it('gives logs from a checkpoint in ascending order, and nothing when caught up', async () => {
  const { call } = await startTenant({ seed });

  const first = await call('GET', `/logs?from=${logId(1)}&take=1&q=nonsense:x`);
  const rest = await call('GET', `/logs?from=${logId(2)}`);
  const newest = Array.isArray(rest.body) ? rest.body.at(-1) : undefined;
  const none = await call('GET', `/logs?from=${newest.log_id}`);

  expect(first.body).toMatchObject([{ log_id: logId(2) }]);
  expect(first.headers.get('Link')).toMatch(`from=${logId(2)}&take=1>; rel="next"`);
  expect(rest.body).toMatchObject([{ log_id: logId(3) }, { type: 'seccft' }, { type: 'seccft' }]);
  expect(none.body).toMatchObject([{ type: 'seccft' }]);
});

it.each([
  ['type:fp', 1],
  ['user_id:"auth0|ada" AND NOT type:fp', 2],
  ['date:[2026-02-02 TO 2026-02-03]', 2],
  ['connection:staff', 0],
  ['App', 3],
  ['Ap*', 3],
  ['Ap?', 0],
])('searches logs by %s', async (q, count) => {
  const { call } = await startTenant({ seed });

  expect((await call('GET', `/logs?${new URLSearchParams({ q })}`)).body).toHaveLength(count);
});

it('refuses to search logs by a field that is not searched', async () => {
  const { call } = await startTenant({ seed });

  expect(await call('GET', '/logs?q=details:x')).toMatchObject({ status: 400 });
});

it('gives the newest log of a user first', async () => {
  const { call } = await startTenant({ seed });

  const { body } = await call('GET', at`/users/${'auth0|ada'}/logs?per_page=1&include_totals=true`);

  expect(body).toMatchObject({ length: 1, limit: 1, start: 0, total: 1, logs: [{ type: 'fp' }] });
});

it('sorts the log of a user by what Auth0 calls the client and the user', async () => {
  const entries = [
    entry(1, { client_name: 'B' }),
    entry(2, { client_name: 'C' }),
    entry(3, { client_name: 'A' }),
  ];
  const { call } = await startTenant({ seed: { ...seed, logsOf: () => entries } });

  const { body } = await call('GET', at`/users/${'auth0|ada'}/logs?sort=client:1`);

  expect(body).toMatchObject([{ client_name: 'A' }, { client_name: 'B' }, { client_name: 'C' }]);
});

it.each([
  ['/connections?fields=name&strategy=sms', { connections: [{ name: 'sms' }] }],
  ['/clients?fields=name&app_type=spa', { clients: [{ name: 'App' }] }],
])('lists only the fields that are asked for, on pages of both kinds: %s', async (path, answer) => {
  const { call } = await startTenant();

  expect((await call('GET', path)).body).toEqual(Object.values(answer)[0]);
  expect((await call('GET', `${path}&take=5`)).body).toEqual(answer);
});

it('takes flexible identifiers or a required username, not both', async () => {
  const { call } = await startTenant();
  const options = { attributes: { email: {} }, requires_username: true };

  expect(await call('PATCH', '/connections/con_Staff00000000000', { body: { options } })).toMatchObject({
    status: 400,
    body: {
      message: 'Cannot set both options.attributes and options.requires_username',
      errorCode: 'invalid_body',
    },
  });
});

it('tells who may use a connection on a path of its own, and no longer beside its options', async () => {
  const { call, pass } = await startTenant();
  const path = '/connections/con_Staff00000000000';

  const before = await call('GET', path);
  pass(Date.parse('2026-07-13') - Date.parse('2026-03-01T12:00:00.000Z'));
  const after = await call('GET', path);

  expect(before.body).toHaveProperty('enabled_clients', ['app']);
  expect(after.body).not.toHaveProperty('enabled_clients');
  expect((await call('GET', `${path}/clients`)).body).toEqual({ clients: [{ client_id: 'app' }] });
});

it('keeps the options of connections to those with the scope for them', async () => {
  const { call } = await startTenant();
  const path = '/connections/con_Staff00000000000';

  const plain = await call('GET', path, { scope: 'read:connections' });
  const refused = await call('PATCH', path, { scope: 'update:connections', body: { options: {} } });

  expect(plain.body).toMatchObject({ name: 'Staff' });
  expect(plain.body).not.toHaveProperty('options');
  expect(refused).toMatchObject({
    status: 403,
    body: { message: 'Insufficient scope, expected any of: update:connections_options' },
  });
  expect(await call('GET', '/connections/con_none')).toMatchObject({
    status: 404,
    body: { message: 'The connection does not exist', errorCode: 'inexistent_connection' },
  });
});

it.each([
  ['read:clients', { client_id: 'machine', name: 'Machine', callbacks: [] }, ['client_secret', 'grants']],
  ['read:client_summary', { client_id: 'machine', name: 'Machine' }, ['client_secret', 'callbacks']],
])('shows of a client what %s allows', async (scope, shown, hidden) => {
  const { call } = await startTenant();

  const { body } = await call('GET', '/clients/machine', { scope });

  expect(body).toMatchObject(shown);
  for (const name of hidden) expect(body).not.toHaveProperty(name);
});

it.each([
  ['/clients/none', 'The client does not exist', 'inexistent_client'],
  ['/organizations/none', 'No organization found by that id or name', undefined],
  ['/organizations/name/none', 'No organization found by that id or name', undefined],
  ['/roles/none/permissions', 'The role does not exist.', undefined],
  [at`/users/${'auth0|none'}/roles`, 'The user does not exist.', 'inexistent_user'],
  [at`/user-blocks/${'auth0|none'}`, 'The user does not exist.', 'inexistent_user'],
])('says that %s is not there', async (path, message, errorCode) => {
  const { call } = await startTenant();

  const { status, body } = await call('GET', path);

  expect(status).toBe(404);
  expect(body).toEqual({ statusCode: 404, error: 'Not Found', message, ...(errorCode ? { errorCode } : {}) });
});

it('keeps the methods of a user who has a passkey', async () => {
  const methods = [
    { id: 'passkey|1', type: 'passkey' },
    { id: 'totp|1', type: 'totp' },
  ];
  const { call, tenant } = await startTenant({
    users: [person('ada', {}, { authenticationMethods: methods })],
  });
  const path = at`/users/${'auth0|ada'}/authentication-methods`;

  const all = await call('DELETE', path);
  const one = await call('DELETE', path + at`/${'totp|1'}`);

  const refusal = {
    status: 403,
    body: { message: 'Operation not permitted when the user has registered at least 1 passkey' },
  };
  expect([all, one]).toMatchObject([refusal, refusal]);
  expect(tenant.record('auth0|ada')?.authenticationMethods).toEqual(methods);
});

it('leaves the administrator block alone when brute-force blocks are lifted', async () => {
  const locked = person('ada', { blocked: true }, { bruteForceBlocks: [{ identifier: 'ada@example.com' }] });
  const { call, tenant } = await startTenant({ users: [locked] });

  await call('DELETE', at`/user-blocks/${'auth0|ada'}`);

  expect(tenant.record('auth0|ada')).toMatchObject({ profile: { blocked: true }, bruteForceBlocks: [] });
});

it('refuses a second role of the same name', async () => {
  const { call } = await startTenant();

  expect(await call('POST', '/roles', { body: { name: 'Reader' } })).toMatchObject({
    status: 409,
    body: { message: 'The role already exists.' },
  });
});

it('pages by offset without an envelope, and no further than the thousandth', async () => {
  const { call } = await startTenant();

  expect((await call('GET', '/roles?per_page=1&page=1')).body).toMatchObject([{ name: 'Writer' }]);
  expect((await call('GET', '/organizations?include_totals=true')).body).toMatchObject({
    organizations: [{}, {}],
    start: 0,
    limit: 50,
    total: 2,
  });
  expect(await call('GET', '/connections?page=10&per_page=100')).toMatchObject({
    status: 400,
    body: {
      message: 'Requesting page exceeds the allowed maximum of 1000 records',
      errorCode: 'invalid_paging',
    },
  });
});
