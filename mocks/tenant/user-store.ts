import { openJournal, type WatchedStorage } from './journal.ts';
import type { Seed, UserRecord } from './model.ts';

/** Hears of each change; the record is undefined when the user is gone. */
export type UserListener = (id: string, record: UserRecord | undefined, indexNow: boolean) => void;

/** All users as they truly are. Hands out references: read them, save new ones. */
export interface Users {
  get(id: string): UserRecord | undefined;
  all(): Iterable<UserRecord>;
  byLogin(identifier: string, connection?: string): UserRecord | undefined;
  save(record: UserRecord, indexNow: boolean): void;
  remove(id: string, indexNow: boolean): void;
  listen(listener: UserListener): void;
}

export function openUsers(seed: Seed, storage: WatchedStorage): Users {
  const base = new Map(seed.users.map((record) => [record.profile.user_id, record]));
  const listeners: UserListener[] = [];
  let crowdIsHere = seed.crowd === undefined;

  const tell = (id: string, record: UserRecord | undefined, indexNow: boolean) => {
    for (const listener of listeners) listener(id, record, indexNow);
  };
  const journal = openJournal<UserRecord>(storage, 'users/', (id, record) =>
    tell(id, record === undefined ? base.get(id) : (record ?? undefined), false),
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
    save(record, indexNow) {
      journal.set(record.profile.user_id, record);
      tell(record.profile.user_id, record, indexNow);
    },
    remove(id, indexNow) {
      journal.set(id, null);
      tell(id, undefined, indexNow);
    },
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

function find<Item>(items: Iterable<Item>, matches: (item: Item) => boolean): Item | undefined {
  for (const item of items) if (matches(item)) return item;
  return undefined;
}
