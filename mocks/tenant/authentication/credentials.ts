import { sendMail } from '../mail-sending.ts';
import type { Client, Connection, UserRecord } from '../model.ts';
import type { Store } from '../store.ts';
import type { LinkedLogin } from '../user-store.ts';
import { type LoginFailures, openLoginFailures } from './login-failures.ts';
import { addressOf, logEvent } from './sign-in-log.ts';

export interface Credentials {
  /** An email address or a username. */
  identifier: string;
  password: string;
  /** Only this database; else any that the client may use. */
  connection?: string;
}

/**
 * - `wrong`: no such person, or not his password
 * - `locked`: brute-force protection refuses him, whatever the password
 * - `blocked`: the password is right, but an administrator has blocked him
 */
export type CredentialCheck =
  | { kind: 'right' | 'blocked'; record: UserRecord }
  | { kind: 'wrong' }
  | { kind: 'locked' };

/**
 * Checks an email or username and its password, with all that Auth0 does on the way: brute-force protection, the
 * failures in the log, and the bump of `last_login`, which a blocked user's attempt causes too.
 *
 * @see https://auth0.com/docs/secure/attack-protection/brute-force-protection
 */
export function checkCredentials(
  store: Store,
  request: Request,
  client: Client,
  credentials: Credentials,
): CredentialCheck {
  const identifier = credentials.identifier.trim().toLowerCase();
  const failures = openLoginFailures(store, identifier, addressOf(request));
  const { record, password } = findLogin(store, client, { ...credentials, identifier });

  if (failures.locked(record)) {
    logEvent(store, request, { type: 'limit_wc', client, user: record?.profile, identifier });
    return { kind: 'locked' };
  }
  if (!record || password === undefined || password !== credentials.password) {
    return refuse({ store, request, client, identifier, record, failures });
  }
  failures.forget();
  const blocked = record.profile.blocked === true;
  if (blocked) {
    logEvent(store, request, { type: 'f', client, user: record.profile, description: 'user is blocked' });
  }
  return { kind: blocked ? 'blocked' : 'right', record: recordLogin(store, request, record) };
}

/** The databases a client may sign in with; `name` narrows them to one. */
export function databasesOf(store: Store, client: Client, name?: string): Connection[] {
  return store.seed.connections
    .map((seeded) => store.connection(seeded.name) ?? seeded)
    .filter((connection) => connection.strategy === 'auth0')
    .filter((connection) => connection.enabled_clients.includes(client.client_id))
    .filter((connection) => name === undefined || connection.name === name);
}

/** An account that has been linked keeps its login: it signs in the user whom it belongs to. */
function findLogin(
  store: Store,
  client: Client,
  { identifier, connection }: Credentials,
): Partial<LinkedLogin> {
  const databases = databasesOf(store, client, connection);
  // One after the other: looking in vain makes the tenant's crowd.
  for (const { name } of databases) {
    const record = store.userByLogin(identifier, name);
    if (record) return { record, password: record.password };
  }
  for (const { name } of databases) {
    const found = store.userByLinkedLogin(identifier, name);
    if (found) return found;
  }
  return {};
}

interface Refused {
  store: Store;
  request: Request;
  client: Client;
  identifier: string;
  record: UserRecord | undefined;
  failures: LoginFailures;
}

function refuse({ store, request, client, identifier, record, failures }: Refused): CredentialCheck {
  logEvent(store, request, {
    type: record ? 'fp' : 'fu',
    client,
    user: record?.profile,
    identifier,
    description: 'Wrong email or password.',
  });
  if (!failures.count(record)) return { kind: 'wrong' };
  logEvent(store, request, { type: 'limit_wc', client, user: record?.profile, identifier });
  if (record) sendMail(store, 'blocked_account', record, { base: tenantOf(request), client });
  return { kind: 'locked' };
}

/** The tenant's address, or that of the custom domain by which he tried to sign in. */
function tenantOf({ url }: Request): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/\/(u\/login|oauth\/token)$/, '');
}

function recordLogin(store: Store, request: Request, record: UserRecord): UserRecord {
  const at = new Date(store.now()).toISOString();
  const profile = {
    ...record.profile,
    last_login: at,
    updated_at: at,
    last_ip: addressOf(request),
    logins_count: (record.profile.logins_count ?? 0) + 1,
  };
  const bumped = { ...record, profile };
  store.saveUser(bumped);
  return bumped;
}
