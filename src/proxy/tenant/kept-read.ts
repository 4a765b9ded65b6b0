import { boundedCache } from '../bounded-cache.ts';
import type { Caller } from './caller.ts';
import { deadlineIn } from './deadline.ts';
import { until } from './wait.ts';

/** Something of the whole tenant that is read once and kept for a short while. */
export type KeptRead<Value> = (caller: Caller, key?: string) => Promise<Value>;

/** How long it may be old: what belongs to a person is never kept so. */
const lifeMs = 60_000;

/**
 * Reads at most once in 60 s for each key; whoever asks meanwhile gets the same, also while it is being read. A read
 * that failed is not kept.
 */
export function keptRead<Value>(
  read: (caller: Caller, key: string) => Promise<Value>,
  world: { now: () => number; deadlineMs: number; maximum?: number },
): KeptRead<Value> {
  const { now, deadlineMs, maximum = 1 } = world;
  const cache = boundedCache<Promise<Value>>({ maximum, lifeMs, now });
  return (caller, key = '') => {
    const known = cache.get(key);
    if (known) return until(caller.signal, known);
    // Others may join: the read must not end when the first one's browser goes away.
    const shared: Caller = {
      ...caller,
      signal: new AbortController().signal,
      deadline: deadlineIn(deadlineMs),
    };
    const reading = read(shared, key);
    cache.set(key, reading);
    reading.catch(() => {
      if (cache.get(key) === reading) cache.delete(key);
    });
    return until(caller.signal, reading);
  };
}
