import type { TenantStorage } from './storage.ts';

/** A storage that knows which writes were its own, so that only another hand's writes cost a second look. */
export interface WatchedStorage extends TenantStorage {
  /** Grows when somebody else has written since the last call. */
  foreignWrites(): number;
}

export function watchStorage(storage: TenantStorage): WatchedStorage {
  let expected = storage.version();
  let foreign = 0;
  const look = () => {
    if (storage.version() !== expected) foreign += 1;
    expected = storage.version();
    return foreign;
  };
  return {
    read: (key) => storage.read(key),
    keys: (prefix) => storage.keys(prefix),
    version: () => storage.version(),
    foreignWrites: look,
    write(key, value) {
      look();
      storage.write(key, value);
      expected = storage.version();
    },
  };
}

/** What has changed since the seed, of one kind: a value that was written, or null where one was deleted. */
export interface Journal<Value> {
  get(id: string): Value | null | undefined;
  entries(): ReadonlyMap<string, Value | null>;
  /** The value is kept as it is; whoever hands it in leaves it alone from then on. */
  set(id: string, value: Value | null): void;
  /** As if it had never been written. */
  forget(id: string): void;
}

/**
 * Opens the entries below `prefix`. `onForeign` hears of each id that another instance has written, also of those
 * that were forgotten (`undefined`).
 */
export function openJournal<Value>(
  storage: WatchedStorage,
  prefix: string,
  onForeign: (
    id: string,
    value: Value | null | undefined,
    before: Value | null | undefined,
  ) => void = () => {},
): Journal<Value> {
  const texts = new Map<string, string>();
  const values = new Map<string, Value | null>();
  let seen = -1;

  function take(id: string, text: string): void {
    texts.set(id, text);
    // Nobody writes below the prefix but `set`, in this instance or in another of the same code.
    values.set(id, JSON.parse(text) as Value | null);
  }

  function readAgain(first: boolean): void {
    const gone = new Set(texts.keys());
    for (const key of storage.keys(prefix)) {
      const id = key.slice(prefix.length);
      const text = storage.read(key);
      gone.delete(id);
      if (text === null || text === texts.get(id)) continue;
      const before = values.get(id);
      take(id, text);
      if (!first) onForeign(id, values.get(id), before);
    }
    for (const id of gone) {
      const before = values.get(id);
      texts.delete(id);
      values.delete(id);
      onForeign(id, undefined, before);
    }
  }

  function sync(): void {
    const foreign = storage.foreignWrites();
    if (foreign === seen) return;
    const first = seen < 0;
    seen = foreign;
    readAgain(first);
  }

  return {
    get(id) {
      sync();
      return values.get(id);
    },
    entries() {
      sync();
      return values;
    },
    set(id, value) {
      sync();
      const text = JSON.stringify(value);
      storage.write(prefix + id, text);
      texts.set(id, text);
      values.set(id, value);
    },
    forget(id) {
      sync();
      storage.write(prefix + id, null);
      texts.delete(id);
      values.delete(id);
    },
  };
}
