/** A map that holds at most so many entries, each for a limited time; the least recently used goes first. */
export interface BoundedCache<Value> {
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  delete(key: string): void;
  /** Those set in the last so many milliseconds, the oldest first. */
  setWithin(milliseconds: number): Value[];
}

/**
 * @param lifeMs - how long an entry may be used after it was set, by `now`.
 * @param now - epoch milliseconds. A clock that was set back ends every entry from its future.
 */
export function boundedCache<Value>(options: {
  maximum: number;
  lifeMs: number;
  now: () => number;
}): BoundedCache<Value> {
  const entries = new Map<string, { value: Value; since: number }>();

  /** Of those at the front: what has been read since stands further back, and goes when it comes to the front. */
  function dropExpired(): void {
    for (const [key, { since }] of entries) {
      if (!(options.now() - since >= options.lifeMs)) break;
      entries.delete(key);
    }
  }

  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      const age = options.now() - entry.since;
      if (age < 0 || age >= options.lifeMs) return undefined;
      entries.set(key, entry);
      return entry.value;
    },
    set(key, value) {
      entries.delete(key);
      entries.set(key, { value, since: options.now() });
      dropExpired();
      for (const oldest of entries.keys()) {
        if (entries.size <= options.maximum) break;
        entries.delete(oldest);
      }
    },
    delete: (key) => void entries.delete(key),
    setWithin(milliseconds) {
      const now = options.now();
      const isRecent = ({ since }: { since: number }) => since <= now && now - since < milliseconds;
      // They stand in the order in which they were last used.
      const recent = [...entries.values()].filter(isRecent).toSorted((one, other) => one.since - other.since);
      return recent.map(({ value }) => value);
    },
  };
}
