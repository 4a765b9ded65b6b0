import { openJournal, type WatchedStorage } from './journal.ts';

/** Things of one kind, each with an id: those of the seed, as changed since. For reading only. */
export interface Collection<Item> {
  get(id: string): Item | undefined;
  /** In the order of the seed, then of creation. */
  all(): Item[];
  save(item: Item): void;
  remove(id: string): void;
}

export function openCollection<Item extends { id: string }>(
  storage: WatchedStorage,
  prefix: string,
  seeded: Item[],
): Collection<Item> {
  const base = new Map(seeded.map((item) => [item.id, item]));
  const journal = openJournal<Item>(storage, prefix);
  return {
    get(id) {
      const changed = journal.get(id);
      return changed === undefined ? base.get(id) : (changed ?? undefined);
    },
    all() {
      return [...new Map<string, Item | null>([...base, ...journal.entries()]).values()].filter(
        (item) => item !== null,
      );
    },
    save: (item) => journal.set(item.id, structuredClone(item)),
    remove: (id) => journal.set(id, null),
  };
}
