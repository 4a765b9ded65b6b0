import type { Connection, Role, Seed, TenantUser, UserRecord } from './model.ts';

/** A small tenant for the tests of the Management API. */
export const tenantUrl = 'https://tenant.example';
export const api = 'https://api.example';
export const database = 'Username-Password-Authentication';
/** One that may do everything, as far as the emulator knows it. */
export const machine = { id: 'machine', secret: 'machine-secret' };

const verbs = ['read', 'create', 'update', 'delete'];
const things = [
  'users',
  'roles',
  'role_members',
  'authentication_methods',
  'sessions',
  'refresh_tokens',
  'device_credentials',
  'guardian_enrollments',
  'connections',
  'organizations',
  'clients',
];
const allScopes = [
  ...verbs.flatMap((verb) => things.map((thing) => `${verb}:${thing}`)),
  'read:connections_options',
  'update:connections_options',
  'read:client_keys',
  'read:client_summary',
  'read:logs',
  'read:logs_users',
  'update:users_app_metadata',
  'create:user_tickets',
];

const connection = (name: string, strategy: string, more: Partial<Connection> = {}): Connection => ({
  id: `con_${name.replace(/\W/g, '').padEnd(16, '0').slice(0, 16)}`,
  name,
  strategy,
  options: {},
  enabled_clients: ['app'],
  realms: [name],
  is_domain_connection: false,
  ...more,
});

const connections: Connection[] = [
  connection(database, 'auth0', {
    display_name: 'Everyone',
    options: { passwordPolicy: 'good', password_complexity_options: { min_length: 8 } },
    enabled_clients: ['app', 'machine'],
  }),
  connection('Staff', 'auth0', {
    options: { requires_username: true, validation: { username: { min: 2, max: 15 } } },
  }),
  connection('Legacy', 'auth0', { options: { enabledDatabaseCustomization: true, import_mode: false } }),
  connection('Retired', 'auth0', { enabled_clients: [] }),
  connection('email', 'email'),
  connection('sms', 'sms'),
  connection('google-oauth2', 'google-oauth2'),
  connection('okta', 'samlp'),
  connection('okta-first-login', 'samlp', { options: { set_user_root_attributes: 'on_first_login' } }),
];

const grant = (permission_name: string) => ({ resource_server_identifier: api, permission_name });

const roles: Role[] = [
  { id: 'rol_reader', name: 'Reader', description: 'Reads', permissions: [grant('read:things')] },
  {
    id: 'rol_writer',
    name: 'Writer',
    description: '',
    permissions: [grant('write:things'), grant('read:things')],
  },
];

/** A database user, or one of another connection: `person('ada', { connection: 'okta', provider: 'samlp' })`. */
export function person(
  id: string,
  more: Partial<TenantUser> & { connection?: string; provider?: string } = {},
  beside: Partial<UserRecord> = {},
): UserRecord {
  const { connection: name = database, provider = 'auth0', ...profile } = more;
  return {
    password: 'Correct-horse-1',
    ...beside,
    profile: {
      user_id: `${provider}|${id}`,
      identities: [{ connection: name, provider, user_id: id, isSocial: false }],
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: '2026-01-01T00:00:00.000Z',
      name: id,
      email: `${id}@example.com`,
      email_verified: true,
      ...profile,
    },
  };
}

export function exampleSeed(users: UserRecord[] = []): Seed {
  return {
    clients: [
      {
        client_id: 'machine',
        client_secret: machine.secret,
        name: 'Machine',
        app_type: 'non_interactive',
        callbacks: [],
        allowed_logout_urls: [],
        web_origins: [],
        grant_types: ['client_credentials'],
        token_endpoint_auth_method: 'client_secret_post',
        grants: { '/api/v2/': allScopes },
      },
      {
        client_id: 'app',
        name: 'App',
        app_type: 'spa',
        callbacks: ['https://app.example/'],
        allowed_logout_urls: [],
        web_origins: ['https://app.example'],
        grant_types: ['authorization_code', 'refresh_token', 'password'],
        token_endpoint_auth_method: 'none',
        refresh_token: { rotation_type: 'rotating' },
      },
    ],
    connections,
    resourceServers: [
      {
        identifier: api,
        name: 'Example API',
        scopes: [{ value: 'read:things', description: 'Read things' }, { value: 'write:things' }],
        enforce_policies: true,
        token_dialect: 'access_token_authz',
        token_lifetime: 600,
        allow_offline_access: true,
      },
    ],
    roles,
    organizations: [
      { id: 'org_acme', name: 'acme', display_name: 'Acme', metadata: { tier: 'gold' } },
      { id: 'org_globex', name: 'globex', display_name: 'Globex' },
    ],
    users,
  };
}
