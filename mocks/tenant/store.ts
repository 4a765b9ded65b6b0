import type { Action } from './action.ts';
import { type Collection, openCollection } from './collection.ts';
import { watchStorage } from './journal.ts';
import { type LogBook, openLogBook } from './log-book.ts';
import type {
  Client,
  Connection,
  LogEntry,
  Organization,
  ResourceServer,
  Role,
  Seed,
  UserRecord,
} from './model.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import { openPerishables } from './perishables.ts';
import type { TenantStorage } from './storage.ts';
import { type Access, type Blocking, defaultBlocking, endAccess } from './user-access.ts';
import { type LinkedLogin, openUsers, type UserListener, type Users } from './user-store.ts';

/** What the tenant knows, for both of its APIs. Whatever it hands out is the caller's own copy. */
export interface Store extends Access {
  readonly seed: Seed;
  readonly blocking: Blocking;
  readonly storage: TenantStorage;
  /** Epoch milliseconds. */
  now(): number;
  user(id: string): UserRecord | undefined;
  /** By email or username, without regard to case; database users only. */
  userByLogin(identifier: string, connection?: string): UserRecord | undefined;
  /** Him to whom an account with this login has been linked. */
  userByLinkedLogin(identifier: string, connection: string): LinkedLogin | undefined;
  /** `indexNow`: user search shows it at once, without the lag. */
  saveUser(record: UserRecord, options?: { indexNow?: boolean }): void;
  deleteUser(id: string, options?: { indexNow?: boolean }): void;
  /** The truth, not what search shows. */
  users(): Iterable<UserRecord>;
  client(id: string): Client | undefined;
  resourceServer(identifier: string): ResourceServer | undefined;
  connection(name: string): Connection | undefined;
  organization(idOrName: string): Organization | undefined;
  /** Names of permissions for one API: those given directly and those that roles bring. */
  permissionsOf(record: UserRecord, audience: string): string[];
  addLog(entry: Omit<LogEntry, 'log_id' | 'date'> & { date?: string }): void;
  readonly outbox: Outbox;
  readonly actions: readonly Action[];
  /** Whether the tenant's mail is out of order. */
  mailFails(): boolean;
  /** Newest first. */
  logsOf(userId: string): LogEntry[];
}

/** The store with the parts that only the Management API needs. */
export interface TenantStore extends Store {
  /** References to what is stored, for reading only. */
  readonly peek: Users;
  readonly roles: Collection<Role>;
  readonly connections: Collection<Connection>;
  readonly logBook: LogBook;
  onUserChange(listener: UserListener): void;
}

export interface StoreOptions {
  seed: Seed;
  storage: TenantStorage;
  now: () => number;
  mailFails?: () => boolean;
  actions?: readonly Action[];
  blocking?: Partial<Blocking>;
}

export function openStore(options: StoreOptions): TenantStore {
  const { seed, now, mailFails = () => false, actions = [] } = options;
  const blocking: Blocking = { ...defaultBlocking, ...options.blocking };
  const storage = watchStorage(options.storage);
  const users = openUsers(seed, storage);
  const roles = openCollection(storage, 'roles/', seed.roles);
  const connections = openCollection(storage, 'connections/', seed.connections);
  const logBook = openLogBook(storage, now);
  const shared = { users, storage, now };
  const access: Access = {
    sessions: openPerishables({ ...shared, prefix: 'user-sessions/', seeded: (record) => record.sessions }),
    refreshTokens: openPerishables({
      ...shared,
      prefix: 'user-refresh-tokens/',
      seeded: (record) => record.refreshTokens,
    }),
  };

  return {
    ...access,
    seed,
    blocking,
    storage,
    now,
    peek: users,
    roles,
    connections,
    logBook,
    outbox: openOutbox(storage, now),
    mailFails,
    actions,
    onUserChange: users.listen,
    user: (id) => structuredClone(users.get(id)),
    userByLogin: (identifier, connection) => structuredClone(users.byLogin(identifier, connection)),
    userByLinkedLogin: (identifier, connection) =>
      structuredClone(users.byLinkedLogin(identifier, connection)),
    saveUser(record, { indexNow = false } = {}) {
      endAccess(access, blocking, users.get(record.profile.user_id), record);
      users.save(structuredClone(record), indexNow);
    },
    deleteUser(id, { indexNow = false } = {}) {
      endAccess(access, blocking, users.get(id), undefined);
      users.remove(id, indexNow);
    },
    *users() {
      for (const record of users.all()) yield structuredClone(record);
    },
    client: (id) => structuredClone(seed.clients.find((client) => client.client_id === id)),
    resourceServer: (identifier) =>
      structuredClone(seed.resourceServers.find((server) => server.identifier === identifier)),
    connection: (name) => structuredClone(connections.all().find((connection) => connection.name === name)),
    organization: (idOrName) =>
      structuredClone(seed.organizations.find(({ id, name }) => id === idOrName || name === idOrName)),
    permissionsOf(record, audience) {
      const byRoles = (record.roles ?? []).flatMap((id) => roles.get(id)?.permissions ?? []);
      const names = [...(record.permissions ?? []), ...byRoles]
        .filter((grant) => grant.resource_server_identifier === audience)
        .map((grant) => grant.permission_name);
      return [...new Set(names)].sort();
    },
    addLog: (entry) => logBook.add(entry),
    logsOf(userId) {
      const record = users.get(userId);
      const before = record ? (seed.logsOf?.(record.profile) ?? []) : [];
      return structuredClone([...logBook.of(userId), ...before]);
    },
  };
}
