import { organizationHeader, pathTo, type Route, type RouteInput } from '#contract/route.ts';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import {
  audience,
  demoPassword,
  organizationKey,
  proxyClientId,
  proxyClientSecret,
  roleNames,
  spaClientId,
} from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { createProxy } from '#proxy/app.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import type { ProxyConfig } from '#proxy/config.ts';
import type { LogLine } from '#proxy/http/log-line.ts';
import { definePolicy } from '#proxy/policy/policy.ts';
import type { World } from '#proxy/world.ts';
import type { Action } from '#tenant/action.ts';
import { signingKeys, signingKeysEntry } from '#tenant/authentication/keys.ts';
import type { Seed, TenantUser } from '#tenant/model.ts';
import { memoryStorage } from '#tenant/storage.ts';
import { createTenant, type NewUser } from '#tenant/tenant.ts';

export const appOrigin = 'http://localhost:4200';

/** Where the proxy of a test is; it listens nowhere. */
export const proxyUrl = 'http://localhost:4300';

/** No waiting; and the clock of a test stands still, so that requests that are used up would never come back. */
const hasty = { creationMs: 0, requestsPerAdmin: 0, requestsPerOrganization: 0 };

interface PersonInWords {
  memberOf?: string | string[];
  role?: keyof typeof roleNames;
  /** Held directly at the Steward API. */
  permissions?: string[];
  profile?: Partial<TenantUser>;
  record?: Omit<NewUser, 'profile'>;
}

export interface StartOptions {
  /** The organizations of the admin who comes with the proxy. */
  adminOf?: string | string[];
  role?: keyof typeof roleNames;
  config?: Partial<ProxyConfig>;
  audit?: World['audit'];
  /** A tenant with people in it; one that is set up and empty unless said otherwise. */
  seed?: Seed;
  /** That the tenant runs at each login. */
  actions?: readonly Action[];
  /** Stands between the proxy and the tenant; `pass` hands the request on. */
  between?: (request: Request, pass: (request: Request) => Promise<Response>) => Promise<Response>;
}

/** Making a key takes a while, so the tenants of one test file begin with the same one. */
const firstKeys = makeKeys();

async function makeKeys(): Promise<string | null> {
  const storage = memoryStorage();
  await signingKeys(storage).published();
  return storage.read(signingKeysEntry);
}

/** The real proxy before an empty tenant with one admin, and a clock that stands still until it is moved. */
export async function startProxy(options: StartOptions = {}) {
  const clock = { now: Date.parse('2026-10-01T09:00:00.000Z') };
  const now = () => clock.now;
  const storage = memoryStorage();
  storage.write(signingKeysEntry, await firstKeys);
  const { seed = noUsersSeed({ spaUrls: [appOrigin] }) } = options;
  const tenant = createTenant({
    url: 'http://localhost:4400',
    seed,
    storage,
    now,
    actions: options.actions,
  });
  const config: ProxyConfig = {
    auth0: { url: tenant.url, clientId: proxyClientId, clientSecret: proxyClientSecret },
    audience,
    clientIds: [spaClientId],
    organizationKey,
    allowedOrigins: [appOrigin],
    policy: definePolicy({}),
    cursorSecret: 'made up for tests: it is long enough',
    basePath: '/api',
    ...options.config,
    limits: { ...hasty, ...options.config?.limits },
  };
  const audit = createMemoryAudit();
  const lines: LogLine[] = [];
  const { between = (request, pass) => pass(request) } = options;
  const world: World = {
    fetch: (input, init) => between(new Request(input, init), tenant.fetch),
    now,
    audit: options.audit ?? audit,
    log: (line) => void lines.push(line),
  };
  const proxy = createProxy(config, world);

  function addPerson({ memberOf, role, permissions = [], profile, record }: PersonInWords = {}): TenantUser {
    return tenant.addUser({
      password: demoPassword,
      roles: role ? [roleId(roleNames[role])] : [],
      permissions: permissions.map((name) => ({
        resource_server_identifier: audience,
        permission_name: name,
      })),
      ...record,
      profile: { app_metadata: memberOf ? { [organizationKey]: memberOf } : {}, ...profile },
    });
  }

  /** What a person's browser would send, with the token that he has now. */
  async function as(person: Pick<TenantUser, 'user_id' | 'email'>) {
    const token = await tenant.token(person.email ?? '');
    return { person, token, ...clientOf(proxy, config, token) };
  }

  const { adminOf = 'Acme', role = 'administrator' } = options;
  const admin = await as(addPerson({ memberOf: adminOf, role, profile: { name: 'Ada Admin' } }));
  const keys = signingKeys(storage);
  return { proxy, tenant, config, world, audit, lines, clock, admin, addPerson, as, keys };
}

interface CallOptions {
  organization?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

type Proxy = ReturnType<typeof createProxy>;

export function clientOf(proxy: Proxy, config: ProxyConfig, token: string) {
  /** Any path of the API, with the person's token. */
  async function send(path: string, init: RequestInit & Pick<CallOptions, 'organization'> = {}) {
    const { organization, headers, ...rest } = init;
    const all = new Headers(headers);
    if (!all.has('authorization')) all.set('authorization', `Bearer ${token}`);
    if (organization !== undefined) all.set(organizationHeader, encodeURIComponent(organization));
    return proxy.request(`${proxyUrl}${config.basePath}${path}`, { ...rest, headers: all });
  }

  /** A route of the contract. */
  async function call<R extends Route>(
    route: R,
    input: RouteInput<R>,
    { organization, headers = {}, signal }: CallOptions = {},
  ): Promise<Response> {
    // Which of the parts there are depends on the route; all of them are plain objects.
    const { params, query, body } = input as { params?: object; query?: object; body?: object };
    return send(pathTo(route, { params, query }), {
      method: route.method,
      organization,
      headers: body ? { 'content-type': 'application/json', ...headers } : headers,
      body: body && JSON.stringify(body),
      signal,
    });
  }
  return { send, call };
}

/** What a response comes to: `200`, or the status and the short name of its problem, such as `404 user-not-found`. */
export async function outcomeOf(response: Response): Promise<string> {
  if (response.ok) return String(response.status);
  const { type } = await response.clone().json();
  return `${response.status} ${String(type).replace('urn:steward:problem:', '')}`;
}
