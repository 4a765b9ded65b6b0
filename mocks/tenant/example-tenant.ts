import { signingKeys, signingKeysEntry } from './authentication/keys.ts';
import { exampleSeed, machine, tenantUrl } from './example-seed.ts';
import type { Faults } from './faults.ts';
import type { Seed, UserRecord } from './model.ts';
import { memoryStorage, type TenantStorage } from './storage.ts';
import { createTenant, type Tenant } from './tenant.ts';

interface Answer {
  status: number;
  /** Parsed when it is JSON, else the text. */
  body: unknown;
  headers: Headers;
}

export interface ExampleTenant {
  tenant: Tenant;
  storage: TenantStorage;
  /** Calls the Management API; the path may be a template with ids that are encoded: see `at`. */
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** The names of those that a search finds, in the order of `sort`. */
  find(q: string, sort?: string): Promise<unknown[]>;
  /** Moves the clock. */
  pass(ms: number): void;
}

interface CallOptions {
  body?: unknown;
  /** Only these scopes; all of the machine's unless given. */
  scope?: string;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** Making a key takes long, and no test cares which it is: all begin with the same one. */
const firstKey = (async () => {
  const storage = memoryStorage();
  await signingKeys(storage).published();
  return storage.read(signingKeysEntry);
})();

/** Puts ids into a path: ``at`/users/${id}` `` escapes them. */
export function at(texts: TemplateStringsArray, ...ids: string[]): string {
  return String.raw({ raw: texts }, ...ids.map(encodeURIComponent));
}

export async function startTenant(
  options: {
    users?: UserRecord[];
    seed?: Partial<Seed>;
    faults?: Partial<Faults>;
    storage?: TenantStorage;
  } = {},
): Promise<ExampleTenant> {
  const storage = options.storage ?? memoryStorage();
  if (!options.storage) storage.write(signingKeysEntry, await firstKey);
  let now = Date.parse('2026-03-01T12:00:00.000Z');
  const tenant = createTenant({
    url: tenantUrl,
    seed: { ...exampleSeed(options.users), ...options.seed },
    faults: options.faults,
    storage,
    now: () => now,
  });
  const call = (method: string, path: string, wanted?: CallOptions) => ask(tenant, method, path, wanted);
  return {
    tenant,
    storage,
    call,
    async find(q, sort = 'name:1') {
      const { body } = await call(
        'GET',
        `/users?${new URLSearchParams({ q, sort, page: '0', per_page: '100' })}`,
      );
      return Array.isArray(body) ? body.map(({ name }: { name: unknown }) => name) : [body];
    },
    pass(ms) {
      now += ms;
    },
  };
}

/** The machine's token, with the scopes it asks for. */
export async function machineToken(tenant: Tenant, scope?: string): Promise<string> {
  const response = await tenant.fetch(
    new Request(`${tenant.url}/oauth/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: machine.id,
        client_secret: machine.secret,
        audience: `${tenant.url}/api/v2/`,
        scope,
      }),
    }),
  );
  // The emulator's own answer, which its tests have checked.
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
}

async function ask(tenant: Tenant, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const { body, scope, headers, signal } = options;
  const token = await machineToken(tenant, scope);
  const response = await tenant.fetch(
    new Request(`${tenant.url}/api/v2${path}`, {
      method,
      signal,
      headers: {
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    }),
  );
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
