import { boundedCache } from '../bounded-cache.ts';
import { Problem } from '../problem.ts';

/** Bounds how often one admin, or one organization, may ask. */
export interface RequestLimit {
  /**
   * Takes one of this key's requests.
   *
   * @throws Problem `too-many-requests` when none is left, with the seconds until the next one.
   */
  take(key: string): void;
}

/** So many seconds' worth may come at once: a page that loads asks several things side by side. */
const burstSeconds = 3;

/** The least recently used key is forgotten first, and begins anew with a full bucket. */
const maximumKeys = 10_000;

/**
 * A token bucket for each key. It counts the requests of this proxy alone; what the tenant bears is for `rateBudget`.
 *
 * @param perSecond - how fast a bucket refills; 0 for no limit.
 * @param now - epoch milliseconds.
 */
export function requestLimit(perSecond: number, now: () => number): RequestLimit {
  const burst = Math.max(1, perSecond * burstSeconds);
  // A bucket that was left alone for so long is full: no bucket says the same.
  const lifeMs = (burst / perSecond) * 1000;
  const buckets = boundedCache<{ left: number; at: number }>({ maximum: maximumKeys, lifeMs, now });
  return {
    take(key) {
      if (perSecond === 0) return;
      const at = now();
      const known = buckets.get(key);
      const left = known ? Math.min(burst, known.left + ((at - known.at) / 1000) * perSecond) : burst;
      if (left < 1) {
        const retryAfterSeconds = Math.max(1, Math.ceil((1 - left) / perSecond));
        throw new Problem('too-many-requests', { retryAfterSeconds });
      }
      buckets.set(key, { left: left - 1, at });
    },
  };
}
