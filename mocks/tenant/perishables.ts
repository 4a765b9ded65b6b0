import { openJournal, type WatchedStorage } from './journal.ts';
import type { UserRecord } from './model.ts';
import type { Users } from './user-store.ts';

/** Something of a user that ends by itself: a session, a refresh token. */
interface Perishable {
  id: string;
  user_id: string;
  idle_expires_at: string;
  expires_at: string;
}

/** All of one kind that live now: those of the seed, and those that have begun since. For reading only. */
export interface Perishables<Item> {
  get(id: string): Item | undefined;
  /** As `get`, but only what has begun since the seed: it does not look through all users. */
  begun(id: string): Item | undefined;
  /** Of one user, by id. */
  of(userId: string): Item[];
  /** Of everybody, by id. */
  all(): Item[];
  /** What somebody has ended stays so. */
  put(item: Item): void;
  /** Ends it, in so many milliseconds. Who does not live is no error. */
  end(id: string, afterMs?: number): void;
}

interface Kept<Item> {
  item: Item;
  /** Epoch milliseconds; earlier than the item says when somebody has ended it. */
  until: number;
}

interface Options<Item> {
  users: Users;
  storage: WatchedStorage;
  /** Of its keys in storage. */
  prefix: string;
  seeded: (record: UserRecord) => Item[] | undefined;
  now: () => number;
}

export function openPerishables<Item extends Perishable>(options: Options<Item>): Perishables<Item> {
  const { users, storage, prefix, seeded, now } = options;
  const journal = openJournal<Kept<Item>>(storage, prefix);
  const seededOf = (record: UserRecord | undefined) => (record && seeded(record)) ?? [];

  function begun(id: string): Item | undefined {
    const kept = journal.get(id);
    return kept && kept.until > now() && users.get(kept.item.user_id) ? kept.item : undefined;
  }

  function fromSeed(id: string): Item | undefined {
    for (const record of users.all()) {
      const found = seededOf(record).find((item) => item.id === id);
      if (found) return naturalEnd(found) > now() ? found : undefined;
    }
    return undefined;
  }

  /** Whatever the journal says of a seeded one counts. */
  const untouched = (item: Item) => !journal.get(item.id) && naturalEnd(item) > now();
  const get = (id: string) => (journal.get(id) ? begun(id) : fromSeed(id));

  function sweep(): void {
    for (const [id, kept] of [...journal.entries()])
      if (kept && naturalEnd(kept.item) <= now()) journal.forget(id);
  }

  function among(items: Iterable<Item>, mine: (item: Item) => boolean): Item[] {
    const begunOnes = [...journal.entries()].flatMap(([id, kept]) =>
      kept && mine(kept.item) ? (begun(id) ?? []) : [],
    );
    return [...[...items].filter(untouched), ...begunOnes].sort(byId);
  }

  return {
    get,
    begun,
    of: (userId) => among(seededOf(users.get(userId)), (item) => item.user_id === userId),
    all: () => among([...users.all()].flatMap(seededOf), () => true),
    put(item) {
      sweep();
      const before = journal.get(item.id);
      const isEnding = before && before.until < naturalEnd(before.item);
      journal.set(item.id, { item, until: isEnding ? before.until : naturalEnd(item) });
    },
    end(id, afterMs = 0) {
      const item = get(id);
      // The entry stays until the item would have ended by itself: a seeded one must not come back.
      if (item) journal.set(id, { item, until: Math.min(now() + afterMs, naturalEnd(item)) });
    },
  };
}

function naturalEnd({ idle_expires_at, expires_at }: Perishable): number {
  return Math.min(Date.parse(idle_expires_at), Date.parse(expires_at));
}

function byId(one: Perishable, other: Perishable): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}
