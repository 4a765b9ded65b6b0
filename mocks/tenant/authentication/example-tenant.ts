import { base64url } from 'jose';
import type { Client, Connection, ResourceServer, Seed, UserRecord } from '../model.ts';
import { memoryStorage } from '../storage.ts';
import { openStore, type TenantStore } from '../store.ts';
import { authentication } from './authentication.ts';
import { signingKeys, signingKeysEntry } from './keys.ts';
import { cookieCarrier } from './session-carrier.ts';

/** A small tenant for the tests of the Authentication API: one app, one back end, two APIs, a handful of people. */
export const tenantUrl = 'https://tenant.example';
export const appUrl = 'https://app.example/';
export const appOrigin = 'https://app.example';
export const api = 'https://api.example';
export const openApi = 'https://open.example';
export const managementApi = `${tenantUrl}/api/v2/`;
const verifier = 'a-verifier-of-at-least-forty-three-characters-in-all';

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

function seed(): Seed {
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

/** Making a key takes long, and no test cares which it is: all begin with the same one. */
const firstKey = (async () => {
  const storage = memoryStorage();
  await signingKeys(storage).published();
  return storage.read(signingKeysEntry);
})();

export interface ExampleTenant {
  store: TenantStore;
  /** Sends a request to a path of the tenant, as a program would. */
  call(path: string, init?: RequestInit): Promise<Response>;
  /** Moves the clock. */
  pass(seconds: number): void;
  browser(): Browser;
  /** Another instance over the same storage: after a reload, or in another frame. */
  reopened(): Promise<ExampleTenant>;
}

/** Someone's browser: it keeps cookies, and does not follow redirects. */
export interface Browser {
  get(address: string): Promise<Response>;
  submit(address: string, fields: Record<string, string>): Promise<Response>;
}

export async function startTenant(from?: {
  storage: ReturnType<typeof memoryStorage>;
  now: number;
}): Promise<ExampleTenant> {
  const storage = from?.storage ?? memoryStorage();
  let now = from?.now ?? Date.parse('2026-03-01T12:00:00.000Z');
  if (!from) storage.write(signingKeysEntry, await firstKey);
  const store = openStore({ seed: seed(), storage, now: () => now });
  const server = authentication(store, { url: tenantUrl, session: cookieCarrier({ secure: true }) });
  const call = async (path: string, init?: RequestInit) =>
    server.fetch(new Request(new URL(path, tenantUrl), init));
  return {
    store,
    call,
    browser: () => openBrowser(call),
    pass(seconds) {
      now += seconds * 1000;
    },
    reopened: () => startTenant({ storage, now }),
  };
}

function openBrowser(call: ExampleTenant['call']): Browser {
  const cookies = new Map<string, string>();
  async function send(address: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await call(address, { ...init, headers: { Cookie: cookie } });
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (header.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }
  return {
    get: (address) => send(address, {}),
    submit: (address, fields) => send(address, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}

/** The address of an authorization request; null leaves a parameter out. */
export async function authorizeAddress(changes: Record<string, string | null> = {}): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const parameters: Record<string, string | null> = {
    response_type: 'code',
    client_id: app.client_id,
    redirect_uri: appUrl,
    scope: 'openid profile email',
    state: 'a state',
    nonce: 'a nonce',
    audience: api,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    ...changes,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null) query.set(name, value);
  return `/authorize?${query}`;
}

/** Where an answer sends the browser. */
export function locationOf(response: Response): URL {
  return new URL(response.headers.get('Location') ?? 'about:blank', tenantUrl);
}

export const rightPassword = { username: 'ada@example.com', password: 'correct horse' };

/** Through the login page, up to the answer that sends the browser back to the app. */
export async function signIn(
  browser: Browser,
  {
    fields = rightPassword,
    request = {},
  }: { fields?: Record<string, string>; request?: Record<string, string | null> } = {},
): Promise<Response> {
  const toLogin = await browser.get(await authorizeAddress(request));
  return browser.submit(locationOf(toLogin).href, fields);
}

/** The code that a completed sign-in brings. */
export async function codeFrom(
  browser: Browser,
  request: Record<string, string | null> = {},
): Promise<string> {
  return locationOf(await signIn(browser, { request })).searchParams.get('code') ?? '';
}

/** Asks the token endpoint, as the app unless told otherwise. */
export function askToken(tenant: ExampleTenant, parameters: Record<string, string>): Promise<Response> {
  return tenant.call('/oauth/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ client_id: app.client_id, ...parameters }),
  });
}

export function exchange(
  tenant: ExampleTenant,
  code: string,
  changes: Record<string, string> = {},
): Promise<Response> {
  return askToken(tenant, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: appUrl,
    code_verifier: verifier,
    ...changes,
  });
}
