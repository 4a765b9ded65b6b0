import { until } from './wait.ts';

/** Makes equal reads that run at the same time one read. */
export interface SharedReads {
  /**
   * Joins the read of this key that is under way, or starts one. It is aborted when everyone who waits for it has left.
   *
   * @param signal - of the one who waits now.
   */
  read<Value>(
    key: string,
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<Value>,
  ): Promise<Value>;
  /** Lets nobody join a read that is under way: what it finds may be older than a write. */
  forget(matches: (key: string) => boolean): void;
}

interface Running {
  /** What `start` of the same key gives. */
  result: Promise<unknown>;
  controller: AbortController;
  waiting: number;
  ended: boolean;
}

export function sharedReads(): SharedReads {
  const running = new Map<string, Running>();

  function begin(key: string, start: (signal: AbortSignal) => Promise<unknown>): Running {
    const controller = new AbortController();
    const entry: Running = { controller, waiting: 0, ended: false, result: start(controller.signal) };
    running.set(key, entry);
    const end = () => {
      entry.ended = true;
      drop(key, entry);
    };
    entry.result.then(end, end);
    return entry;
  }

  function drop(key: string, entry: Running): void {
    if (running.get(key) === entry) running.delete(key);
  }

  return {
    async read<Value>(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<Value>) {
      signal.throwIfAborted();
      const entry = running.get(key) ?? begin(key, start);
      entry.waiting += 1;
      try {
        // The key says what is read, so whoever asks for it asks for the same type.
        return (await until(signal, entry.result)) as Value;
      } finally {
        entry.waiting -= 1;
        if (entry.waiting === 0 && !entry.ended) {
          drop(key, entry);
          entry.controller.abort();
        }
      }
    },
    forget(matches) {
      for (const key of running.keys()) if (matches(key)) running.delete(key);
    },
  };
}
