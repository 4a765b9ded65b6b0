import type { Faults } from './faults.ts';
import { type Found, type SearchIndex, type Sort, searchIndex } from './search-index.ts';
import { parseSearch } from './search-parser.ts';
import type { UserChange, Users } from './user-store.ts';

/** User search as Auth0 has it: behind the truth by `faults.searchLagMs`. */
export interface UserSearch {
  /** @throws SearchSyntaxError, SearchTimeout */
  find(search: string | undefined, sort: Sort, start: number, count: number): Found;
  /** Catches up with every write so far. */
  settle(): void;
}

export function openUserSearch(users: Users, faults: Faults, now: () => number): UserSearch {
  let index: SearchIndex | undefined;
  let waiting: (UserChange & { at: number })[] = [];

  users.listen((change) => {
    // What is due is applied with each write, so that a tenant that nobody searches does not gather them.
    apply(now() - faults.searchLagMs);
    if (!change.indexNow) waiting.push({ ...change, at: now() });
    else {
      waiting = waiting.filter(({ id }) => id !== change.id);
      index?.put(change.id, change.record);
    }
  });

  /** The truth, with what search may not know yet undone. */
  function build(): SearchIndex {
    const made = searchIndex(users.all());
    for (const { id, before } of waiting.toReversed()) made.put(id, before);
    return made;
  }

  /** Without an index there is nothing to change: it will be built from the truth. */
  function apply(until: number): void {
    const due = waiting.filter(({ at }) => at <= until);
    waiting = waiting.filter(({ at }) => at > until);
    for (const { id, record } of due) index?.put(id, record);
  }

  function catchUp(until: number): SearchIndex {
    users.catchUp();
    apply(until);
    index ??= build();
    return index;
  }

  return {
    find(search, sort, start, count) {
      const text = search?.trim() ?? '';
      const query = text === '' ? undefined : parseSearch(text);
      return catchUp(now() - faults.searchLagMs).find(text, query, sort, start, count);
    },
    settle: () => void catchUp(Number.POSITIVE_INFINITY),
  };
}
