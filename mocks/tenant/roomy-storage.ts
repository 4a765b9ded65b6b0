import { logPrefix } from './log-book.ts';
import type { TenantStorage } from './storage.ts';

/** How many of the oldest log entries give way at a time. */
const givenUp = 100;

/**
 * A storage that never refuses a write. A browser's throws when it is full: then the oldest log entries give way, and
 * what still does not fit is held in memory, where this instance alone sees it until it goes.
 */
export function roomyStorage(storage: TenantStorage): TenantStorage {
  const held = new Map<string, string>();
  let heldWrites = 0;

  function fits(key: string, value: string | null): boolean {
    try {
      storage.write(key, value);
      return true;
    } catch {
      return false;
    }
  }

  function makeRoom(): boolean {
    const oldest = storage.keys(logPrefix).sort().slice(0, givenUp);
    return oldest.length > 0 && oldest.every((key) => fits(key, null));
  }

  function store(key: string, value: string | null): boolean {
    while (!fits(key, value)) if (!makeRoom()) return false;
    return true;
  }

  return {
    read: (key) => held.get(key) ?? storage.read(key),
    write(key, value) {
      if (store(key, value)) {
        held.delete(key);
        return;
      }
      heldWrites += 1;
      if (value === null) held.delete(key);
      else held.set(key, value);
    },
    keys: (prefix) => {
      const inMemory = [...held.keys()].filter((key) => key.startsWith(prefix));
      return [...new Set([...storage.keys(prefix), ...inMemory])];
    },
    version: () => storage.version() + heldWrites,
  };
}
