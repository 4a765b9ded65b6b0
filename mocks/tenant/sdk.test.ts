import { expect, it } from 'vitest';
import { everyItem, officialClient } from './example-client.ts';
import { api, database, exampleSeed, machine, person } from './example-seed.ts';
import { startTenant } from './example-tenant.ts';
import type { LogEntry, UserRecord } from './model.ts';

const ada = 'auth0|ada';
const users: UserRecord[] = [
  person(
    'ada',
    { app_metadata: { organization: 'Acme' } },
    {
      roles: ['rol_reader'],
      permissions: [{ resource_server_identifier: api, permission_name: 'write:things' }],
      organizations: ['org_acme'],
      bruteForceBlocks: [{ identifier: 'ada@example.com', ip: '10.0.0.1' }],
      authenticationMethods: [
        { id: 'totp|dev_1', type: 'totp', confirmed: true, created_at: '2026-01-01T00:00:00.000Z' },
        {
          id: 'email|dev_2',
          type: 'email',
          email: 'chuckxxx@example.com',
          created_at: '2026-01-01T00:00:00.000Z',
        },
      ],
    },
  ),
  person('bob', { app_metadata: { organization: 'Acme' } }),
];

const logsOf = (): LogEntry[] => [
  {
    log_id: `900${'0'.repeat(57)}`,
    date: '2026-02-01T00:00:00.000Z',
    type: 's',
    user_id: ada,
    connection: database,
  },
];

async function startClient() {
  const { tenant } = await startTenant({ seed: { ...exampleSeed(users), logsOf } });
  return { client: officialClient(tenant), tenant };
}

it('lists, finds, makes, changes and deletes users', async () => {
  const { client } = await startClient();

  const page = await client.users.list({
    q: 'app_metadata.organization:"Acme"',
    sort: 'name:1',
    per_page: 1,
  });
  const totals = structuredClone(page.response);
  const names = (await everyItem(page)).map(({ name }) => name);
  const made = await client.users.create({
    connection: database,
    email: 'new@example.com',
    password: 'Correct-horse-1',
  });
  const id = made.user_id ?? '';
  const changed = await client.users.update(id, { blocked: true, app_metadata: { organization: 'Acme' } });

  expect(totals).toMatchObject({ start: 0, limit: 1, length: 1, total: 2 });
  expect(names).toEqual(['ada', 'bob']);
  expect(changed).toMatchObject({ email: 'new@example.com', blocked: true });
  expect(await client.users.listUsersByEmail({ email: 'new@example.com' })).toMatchObject([{ user_id: id }]);
  expect(await client.users.get(id, { fields: 'email' })).toEqual({ email: 'new@example.com' });
  await client.users.delete(id);
  await expect(client.users.get(id)).rejects.toMatchObject({
    statusCode: 404,
    body: { errorCode: 'inexistent_user', message: 'The user does not exist.' },
  });
});

it('reads and changes roles and permissions of a user', async () => {
  const { client } = await startClient();
  const permissions = [{ resource_server_identifier: api, permission_name: 'read:things' }];

  await client.users.roles.assign(ada, { roles: ['rol_writer'] });
  await client.users.roles.delete(ada, { roles: ['rol_reader'] });
  await client.users.permissions.create(ada, { permissions });
  const roles = await client.users.roles.list(ada);
  const held = await client.users.permissions.list(ada);
  await client.users.permissions.delete(ada, { permissions });

  expect(roles.response).toEqual({
    roles: [{ id: 'rol_writer', name: 'Writer', description: '' }],
    start: 0,
    limit: 50,
    total: 1,
  });
  expect(held.data).toEqual([
    {
      resource_server_identifier: api,
      resource_server_name: 'Example API',
      permission_name: 'write:things',
      description: '',
      sources: [
        { source_id: '', source_name: '', source_type: 'DIRECT' },
        { source_id: 'rol_writer', source_name: 'Writer', source_type: 'ROLE' },
      ],
    },
    expect.objectContaining({ permission_name: 'read:things', description: 'Read things' }),
  ]);
});

it('reads the organizations and logs of a user', async () => {
  const { client } = await startClient();

  const organizations = await client.users.organizations.list(ada);
  const logs = await client.users.logs.list(ada, { sort: 'date:-1', per_page: 10 });

  expect(organizations.data).toEqual([{ id: 'org_acme', name: 'acme', display_name: 'Acme' }]);
  expect(logs.response).toMatchObject({
    length: 1,
    limit: 10,
    start: 0,
    total: 1,
    logs: [{ type: 's', user_id: ada }],
  });
});

it('reads and changes authentication methods, with addresses masked', async () => {
  const { client, tenant } = await startClient();
  const { authenticationMethods: methods } = client.users;

  const before = await methods.list(ada);
  const made = await methods.create(ada, { type: 'phone', phone_number: '+15551235044', name: 'Phone' });
  const named = await methods.update(ada, made.id ?? '', { name: 'Mobile' });
  const one = await methods.get(ada, made.id ?? '');
  await methods.delete(ada, 'totp|dev_1');
  const replaced = await methods.set(ada, [{ type: 'email', email: 'a@example.com' }]);

  expect(before.response).toMatchObject({ start: 0, limit: 50, total: 2 });
  expect(before.data[1]).toMatchObject({ id: 'email|dev_2', email: 'chuc****@exam*******' });
  expect(made).toMatchObject({ phone_number: 'XXXXXXXX5044', confirmed: true });
  expect(named).toMatchObject({ name: 'Mobile' });
  expect(one).toMatchObject({ type: 'phone', name: 'Mobile' });
  expect(replaced).toHaveLength(1);
  await methods.deleteAll(ada);
  expect(tenant.record(ada)?.authenticationMethods).toEqual([]);
  expect((await methods.list(ada)).response).toEqual({ authenticators: [], start: 0, limit: 50 });
});

it('reads and lifts blocks of brute-force protection', async () => {
  const { client, tenant } = await startClient();
  const identifier = 'ada@example.com';

  expect(await client.userBlocks.list(ada)).toEqual({ blocked_for: [{ identifier, ip: '10.0.0.1' }] });
  expect(await client.userBlocks.listByIdentifier({ identifier })).toMatchObject({
    blocked_for: [{ identifier }],
  });
  await client.userBlocks.deleteByIdentifier({ identifier });
  expect(await client.userBlocks.list(ada, { consider_brute_force_enablement: true })).toEqual({
    blocked_for: [],
  });
  await client.userBlocks.delete(ada);
  expect(tenant.record(ada)?.bruteForceBlocks).toEqual([]);
});

it('works with roles, their permissions and their users', async () => {
  const { client } = await startClient();
  const permissions = [{ resource_server_identifier: api, permission_name: 'write:things' }];

  const made = await client.roles.create({ name: 'Fresh' });
  const id = made.id ?? '';
  await client.roles.permissions.add(id, { permissions });
  await client.roles.users.assign(id, { users: [ada, 'auth0|bob'] });
  const members = await everyItem(await client.roles.users.list(id, { take: 1 }));

  expect(made).toEqual({ id: expect.stringMatching(/^rol_\w{16}$/), name: 'Fresh', description: null });
  expect(await client.roles.get(id)).toMatchObject({ description: '' });
  expect(await client.roles.update(id, { description: 'New' })).toMatchObject({
    name: 'Fresh',
    description: 'New',
  });
  expect((await client.roles.list({ name_filter: 'FRE' })).data).toMatchObject([{ id }]);
  expect((await client.roles.permissions.list(id)).data).toMatchObject(permissions);
  expect(members.map(({ user_id }) => user_id).sort()).toEqual([ada, 'auth0|bob']);
  await client.roles.permissions.delete(id, { permissions });
  await client.roles.delete(id);
  await expect(client.roles.get(id)).rejects.toMatchObject({
    statusCode: 404,
    body: { message: 'The role does not exist.' },
  });
});

it('reads and changes connections', async () => {
  const { client } = await startClient();

  const databases = await client.connections.list({ strategy: ['auth0'] });
  const id = databases.data[0]?.id ?? '';
  const connection = await client.connections.get(id);
  const changed = await client.connections.update(id, { options: { disable_signup: true } });
  await client.connections.clients.update(id, [{ client_id: 'app', status: false }]);

  expect(databases.data.map(({ name }) => name)).toEqual([database, 'Staff', 'Legacy', 'Retired']);
  expect(connection).toMatchObject({
    strategy: 'auth0',
    display_name: 'Everyone',
    options: { passwordPolicy: 'good' },
  });
  expect(changed.options).toEqual({ disable_signup: true });
  expect(changed.display_name).toBe(database);
  expect((await client.connections.clients.get(id)).data).toEqual([{ client_id: 'machine' }]);
});

it('reads clients, organizations and logs', async () => {
  const { client } = await startClient();

  const clients = await client.clients.list({ app_type: 'spa' });
  const secret = await client.clients.get('machine');
  const organizations = await everyItem(await client.organizations.list({ take: 1 }));
  await client.users.update(ada, { blocked: true });
  const logs = await client.logs.list({ search: 'type:sapi application:"machine"' });
  const [entry] = logs.data;

  expect(clients.data).toMatchObject([{ client_id: 'app', name: 'App' }]);
  expect(secret).toMatchObject({ client_id: 'machine', client_secret: machine.secret });
  expect(organizations.map(({ name }) => name)).toEqual(['acme', 'globex']);
  expect(await client.organizations.get('org_acme')).toMatchObject({ metadata: { tier: 'gold' } });
  expect(await client.organizations.getByName('globex')).toMatchObject({ id: 'org_globex' });
  expect(logs.response).toMatchObject({ start: 0, limit: 50, length: 1, total: 1 });
  expect(await client.logs.get(entry?.log_id ?? '')).toMatchObject({
    description: 'Update a User',
    user_id: null,
  });
});
