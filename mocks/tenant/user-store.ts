import { openJournal, type WatchedStorage } from './journal.ts';
import type { Identity, Seed, UserRecord } from './model.ts';

export interface UserChange {
  id: string;
  /** Undefined when the user is gone. */
  record: UserRecord | undefined;
  /** Undefined when the user is new. */
  before: UserRecord | undefined;
  /** Search shows it at once. */
  indexNow: boolean;
}

export type UserListener = (change: UserChange) => void;

export interface LinkedLogin {
  record: UserRecord;
  /** That of the identity, not of the main one. */
  password: string | undefined;
}

/** All users as they truly are. Hands out references: read them, save new ones. */
export interface Users {
  get(id: string): UserRecord | undefined;
  all(): Iterable<UserRecord>;
  byLogin(identifier: string, connection?: string): UserRecord | undefined;
  /** By the email or username of a linked identity of this database. */
  byLinkedLogin(identifier: string, connection: string): LinkedLogin | undefined;
  save(record: UserRecord, indexNow: boolean): void;
  remove(id: string, indexNow: boolean): void;
  listen(listener: UserListener): void;
  /** Tells the listeners of what other instances have written. */
  catchUp(): void;
}

export function openUsers(seed: Seed, storage: WatchedStorage): Users {
  const base = new Map(seed.users.map((record) => [record.profile.user_id, record]));
  const listeners: UserListener[] = [];
  let crowdIsHere = seed.crowd === undefined;

  const tell = (change: UserChange) => {
    for (const listener of listeners) listener(change);
  };
  const orSeeded = (id: string, value: UserRecord | null | undefined) =>
    value === undefined ? base.get(id) : (value ?? undefined);
  const journal = openJournal<UserRecord>(storage, 'users/', (id, value, before) =>
    tell({ id, record: orSeeded(id, value), before: orSeeded(id, before), indexNow: false }),
  );

  function bringCrowd(): void {
    if (crowdIsHere) return;
    crowdIsHere = true;
    for (const record of seed.crowd?.() ?? []) base.set(record.profile.user_id, record);
  }

  function get(id: string): UserRecord | undefined {
    const changed = journal.get(id);
    if (changed !== undefined) return changed ?? undefined;
    if (!base.has(id)) bringCrowd();
    return base.get(id);
  }

  function* present(): Iterable<UserRecord> {
    const changes = journal.entries();
    for (const record of changes.values()) if (record) yield record;
    for (const [id, record] of base) if (!changes.has(id)) yield record;
  }

  function* all(): Iterable<UserRecord> {
    bringCrowd();
    yield* present();
  }

  return {
    get,
    all,
    byLogin(identifier, connection) {
      const matches = (record: UserRecord) => hasLogin(record, identifier.toLowerCase(), connection);
      // The named people first: signing one of them in does not make the crowd.
      return find(present(), matches) ?? (crowdIsHere ? undefined : find(all(), matches));
    },
    byLinkedLogin(identifier, connection) {
      for (const record of all()) {
        const identity = record.profile.identities
          .slice(1)
          .find((linked) => linked.connection === connection && isCalled(linked, identifier.toLowerCase()));
        if (identity) return { record, password: record.linkedPasswords?.[`auth0|${identity.user_id}`] };
      }
      return undefined;
    },
    save(record, indexNow) {
      const id = record.profile.user_id;
      const before = get(id);
      journal.set(id, record);
      tell({ id, record, before, indexNow });
    },
    remove(id, indexNow) {
      const before = get(id);
      journal.set(id, null);
      tell({ id, record: undefined, before, indexNow });
    },
    catchUp: () => void journal.entries(),
    listen: (listener) => listeners.push(listener),
  };
}

function hasLogin({ profile }: UserRecord, identifier: string, connection: string | undefined): boolean {
  const [primary] = profile.identities;
  return (
    primary?.provider === 'auth0' &&
    (connection === undefined || primary.connection === connection) &&
    (profile.email?.toLowerCase() === identifier || profile.username?.toLowerCase() === identifier)
  );
}

function isCalled({ provider, profileData = {} }: Identity, identifier: string): boolean {
  const names = [profileData.email, profileData.username].map((name) => String(name ?? '').toLowerCase());
  return provider === 'auth0' && identifier !== '' && names.includes(identifier);
}

function find<Item>(items: Iterable<Item>, matches: (item: Item) => boolean): Item | undefined {
  for (const item of items) if (matches(item)) return item;
  return undefined;
}
