import type { Client, Connection, ResourceServer, Seed, UserRecord } from '../model.ts';

/** A small tenant for the tests of the Authentication API: one app, one back end, two APIs, a handful of people. */
export const tenantUrl = 'https://tenant.example';
export const appUrl = 'https://app.example/';
export const appOrigin = 'https://app.example';
export const api = 'https://api.example';
export const openApi = 'https://open.example';
export const managementApi = `${tenantUrl}/api/v2/`;
const database = 'Username-Password-Authentication';

export const app: Client = {
  client_id: 'app',
  name: 'Example app',
  app_type: 'spa',
  callbacks: [appUrl, `${appUrl}callback?from=tenant`],
  allowed_logout_urls: [appUrl, `${appUrl}bye`],
  web_origins: [appOrigin],
  grant_types: ['authorization_code', 'refresh_token', 'password'],
  token_endpoint_auth_method: 'none',
  refresh_token: { rotation_type: 'rotating' },
};

export const backEnd: Client = {
  client_id: 'back-end',
  client_secret: 'a secret: with colon',
  name: 'Example back end',
  app_type: 'non_interactive',
  callbacks: ['https://back-end.example/callback'],
  allowed_logout_urls: [],
  web_origins: [],
  grant_types: ['client_credentials', 'authorization_code', 'refresh_token'],
  token_endpoint_auth_method: 'client_secret_post',
  refresh_token: { rotation_type: 'non-rotating' },
  grants: { [managementApi]: ['read:users', 'update:users'] },
};

const connections: Connection[] = [
  {
    id: 'con_1',
    name: database,
    strategy: 'auth0',
    options: { brute_force_protection: true },
    enabled_clients: [app.client_id, backEnd.client_id],
    realms: [database],
    is_domain_connection: false,
  },
  {
    id: 'con_2',
    name: 'Elsewhere',
    strategy: 'auth0',
    options: {},
    enabled_clients: [],
    realms: ['Elsewhere'],
    is_domain_connection: false,
  },
  {
    id: 'con_3',
    name: 'google-oauth2',
    strategy: 'google-oauth2',
    options: {},
    enabled_clients: [app.client_id],
    realms: ['google-oauth2'],
    is_domain_connection: false,
  },
];

const resourceServers: ResourceServer[] = [
  {
    identifier: api,
    name: 'Example API',
    scopes: [{ value: 'read:things' }, { value: 'write:things' }],
    enforce_policies: true,
    token_dialect: 'access_token_authz',
    token_lifetime: 600,
    allow_offline_access: true,
  },
  {
    identifier: openApi,
    name: 'API without roles',
    scopes: [{ value: 'read:all' }],
    enforce_policies: false,
    token_dialect: 'rfc9068_profile',
    token_lifetime: 300,
    allow_offline_access: false,
  },
];

function person(id: string, more: Partial<UserRecord['profile']> = {}, connection = database): UserRecord {
  return {
    password: 'correct horse',
    profile: {
      user_id: `auth0|${id}`,
      identities: [{ connection, provider: 'auth0', user_id: id, isSocial: false }],
      created_at: '2026-01-01T00:00:00.000Z',
      updated_at: '2026-01-01T00:00:00.000Z',
      name: id,
      email: `${id}@example.com`,
      email_verified: true,
      ...more,
    },
  };
}

export function exampleSeed(): Seed {
  return {
    clients: [app, backEnd],
    connections,
    resourceServers,
    roles: [
      {
        id: 'rol_reader',
        name: 'Reader',
        description: '',
        permissions: [{ resource_server_identifier: api, permission_name: 'read:things' }],
      },
    ],
    organizations: [{ id: 'org_acme', name: 'acme', display_name: 'Acme Inc.' }],
    users: [
      {
        ...person('ada', { username: 'ada-l', logins_count: 3 }),
        roles: ['rol_reader'],
        organizations: ['org_acme'],
      },
      {
        ...person('bob'),
        permissions: [{ resource_server_identifier: api, permission_name: 'write:things' }],
        roles: ['rol_reader'],
      },
      person('mallory', { blocked: true }),
      person('elsewhere', {}, 'Elsewhere'),
    ],
  };
}
