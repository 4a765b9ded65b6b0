import type { Store } from '../store.ts';

/** Things with an end to their life, by id: codes, sessions, tokens. In storage, so every instance finds them. */
export interface Shelf<Value> {
  get(id: string): Value | null;
  put(id: string, value: Value, seconds: number): void;
  remove(id: string): void;
  /** Gets and removes: what is taken once cannot be taken again. */
  take(id: string): Value | null;
}

const sweepEveryMs = 60_000;

/**
 * Opens the shelf whose keys begin with `prefix`. What has expired is gone for readers at once, and is cleared away
 * when something is put there later.
 */
export function openShelf<Value>(
  { storage, now }: Pick<Store, 'storage' | 'now'>,
  prefix: string,
): Shelf<Value> {
  let sweptAt = Number.NEGATIVE_INFINITY;

  function get(id: string): Value | null {
    // Only `put` writes below the prefix.
    const kept = JSON.parse(storage.read(prefix + id) ?? 'null') as { until: number; value: Value } | null;
    return kept !== null && kept.until > now() ? kept.value : null;
  }

  function sweep(): void {
    if (now() - sweptAt < sweepEveryMs) return;
    sweptAt = now();
    for (const key of storage.keys(prefix)) {
      if (get(key.slice(prefix.length)) === null) storage.write(key, null);
    }
  }

  return {
    get,
    put(id, value, seconds) {
      sweep();
      storage.write(prefix + id, JSON.stringify({ until: now() + seconds * 1000, value }));
    },
    remove: (id) => storage.write(prefix + id, null),
    take(id) {
      const value = get(id);
      if (value !== null) storage.write(prefix + id, null);
      return value;
    },
  };
}
