import { Hono } from 'hono';
import type { Action } from './action.ts';
import { authentication } from './authentication/authentication.ts';
import { signingKeys } from './authentication/keys.ts';
import { cookieCarrier, type SessionCarrier } from './authentication/session-carrier.ts';
import { type Faults, noFaults } from './faults.ts';
import { type Call, openManagement } from './management.ts';
import type { Client, LogEntry, Seed, TenantUser, UserRecord } from './model.ts';
import { completeProfile } from './new-user.ts';
import type { Mail } from './outbox.ts';
import { passwordGrant } from './password-grant.ts';
import { memoryStorage, type TenantStorage } from './storage.ts';
import { openStore } from './store.ts';
import type { Blocking } from './user-access.ts';

export interface TenantOptions {
  /** Origin and optional path, no slash at its end: `http://localhost:4400`, `https://x/demo/tenant`. */
  url: string;
  seed: Seed;
  /** Epoch milliseconds. */
  now?: () => number;
  storage?: TenantStorage;
  /** How a browser shows which session is its own; a cookie unless said otherwise. */
  session?: SessionCarrier;
  faults?: Partial<Faults>;
  /** What the tenant runs at each login and after each change of a password, in this order. */
  actions?: readonly Action[];
  /** What a block does to sessions and refresh tokens that live already. */
  blocking?: Partial<Blocking>;
}

/** One Auth0 tenant, with both of its APIs. It lives in memory, or wherever its storage does. */
export interface Tenant {
  readonly url: string;
  fetch(request: Request): Promise<Response>;
  readonly faults: Faults;
  /** Of the Management API only; newest last, at most 10,000. */
  readonly calls: Call[];
  user(userId: string): TenantUser | undefined;
  record(userId: string): UserRecord | undefined;
  /** Fills in what a POST would; search shows the user at once. */
  addUser(record: NewUser): TenantUser;
  /** As by another hand; search shows it at once. */
  changeUser(userId: string, change: Partial<TenantUser>): void;
  removeUser(userId: string): void;
  /** What has happened since the seed, newest last. */
  logs(): LogEntry[];
  /** What the tenant has sent, newest last, at most 100. */
  mails(): Mail[];
  /** Search catches up now. */
  settle(): void;
  rotateKeys(): Promise<void>;
  /** A person's access token, by the password grant. */
  token(email: string, options?: TokenOptions): Promise<string>;
  /** Forgets everything since the seed: edits, logs, sessions, keys. */
  reset(): void;
}

interface TokenOptions {
  /** The tenant's first API unless said otherwise. */
  audience?: string;
  /** The first client that may use the password grant unless said otherwise. */
  clientId?: string;
  scope?: string;
}

export type NewUser = Partial<Omit<UserRecord, 'profile'>> & { profile?: Partial<TenantUser> };

export function createTenant(options: TenantOptions): Tenant {
  const { url, seed, now = Date.now, storage = memoryStorage() } = options;
  const faults: Faults = { ...structuredClone(noFaults), ...options.faults };
  const store = openStore({
    seed: { ...seed, clients: seed.clients.map(withFullGrants) },
    storage,
    now,
    mailFails: () => faults.mailFails,
    actions: options.actions,
    blocking: options.blocking,
  });
  const management = openManagement(store, { url, faults });

  /** A seed does not know the tenant's address, so a grant for its own API is keyed by the path alone. */
  function withFullGrants(client: Client): Client {
    const grants = Object.entries(client.grants ?? {});
    const full = grants.map(([api, scopes]) => [api.startsWith('/') ? url + api : api, scopes]);
    return { ...client, grants: Object.fromEntries(full) };
  }

  const session = options.session ?? cookieCarrier({ secure: url.startsWith('https:') });
  const app = new Hono().basePath(new URL(url).pathname.replace(/\/$/, ''));
  app.all('/api/v2/*', (context) => management.fetch(context.req.raw));
  app.route('/', authentication(store, { url, session }));
  // A dropped connection or an aborted call rejects, as it does for a caller of `fetch`.
  app.onError((error) => {
    throw error;
  });

  const save = (record: UserRecord) => store.saveUser(record, { indexNow: true });
  const fetch = async (request: Request) => app.fetch(request);
  return {
    url,
    faults,
    calls: management.calls,
    fetch,
    user: (userId) => store.user(userId)?.profile,
    record: (userId) => store.user(userId),
    addUser(record) {
      const profile = completeProfile(
        { email: `${crypto.randomUUID()}@example.com`, email_verified: true, ...record.profile },
        now(),
      );
      save({ ...record, profile });
      return profile;
    },
    changeUser(userId, change) {
      const record = store.user(userId);
      if (!record) throw new Error(`The tenant has no user ${userId}`);
      save({ ...record, profile: { ...record.profile, ...change } });
    },
    removeUser: (userId) => store.deleteUser(userId, { indexNow: true }),
    logs: () => store.logBook.all().reverse(),
    mails: () => store.outbox.all(),
    settle: () => management.settle(),
    rotateKeys: () => signingKeys(store.storage).rotate(),
    token: (email, wanted = {}) => passwordGrant(store, url, fetch, { email, ...wanted }),
    reset() {
      for (const key of storage.keys('')) storage.write(key, null);
      management.settle();
    },
  };
}
