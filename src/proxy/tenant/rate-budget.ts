import type { Gate } from './fair-queue.ts';

/**
 * What the tenant lets us ask, as its answers tell. Auth0 counts by kind of call, so this does too; other proxies and
 * the vendor's own programs draw on the same.
 */
export interface RateBudget extends Gate {
  /** Milliseconds until a call of this kind may be made; 0 when the limit is not reached, as far as we know. */
  closedMs(kind: string): number;
  /** Learns from an answer. */
  learn(kind: string, response: Response): void;
}

/** No header closes a kind of call for longer: a wrong clock must not shut the door. */
const longestMs = 60_000;

/** The bucket refills steadily, so an empty one is worth a short wait only; the next 429 tells the rest. */
const emptyMs = 2_000;

/**
 * @param now - epoch milliseconds, on the tenant's clock as near as may be.
 * @see https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
export function rateBudget(now: () => number): RateBudget {
  const closedUntil = new Map<string, number>();
  const running = new Map<string, number>();
  /** How many may run at the same time: what was left in the bucket, since nobody knows which of them it counted. */
  const atOnce = new Map<string, number>();

  function close(kind: string, forMs: number): void {
    closedUntil.set(kind, now() + Math.min(forMs, longestMs));
    // The first one afterwards goes alone, and its answer tells how many may follow.
    atOnce.set(kind, 1);
  }

  function closedMs(kind: string): number {
    const left = (closedUntil.get(kind) ?? 0) - now();
    if (left <= 0 || left > longestMs) closedUntil.delete(kind);
    return closedUntil.has(kind) ? left : 0;
  }

  function count(kind: string, change: 1 | -1): void {
    const next = (running.get(kind) ?? 0) + change;
    if (next > 0) running.set(kind, next);
    else running.delete(kind);
  }

  return {
    closedMs,
    waitMs(kind) {
      const isFull = (running.get(kind) ?? 0) >= (atOnce.get(kind) ?? Number.POSITIVE_INFINITY);
      return closedMs(kind) || (isFull ? Number.POSITIVE_INFINITY : 0);
    },
    enter: (kind) => count(kind, 1),
    leave: (kind) => count(kind, -1),
    learn(kind, { status, headers }) {
      const resetMs = resetOf(headers, now());
      const remaining = wholeNumber(headers.get('x-ratelimit-remaining'));
      if (status === 429 && resetMs !== null) close(kind, resetMs);
      else if (remaining === 0 && resetMs !== null) close(kind, Math.min(resetMs, emptyMs));
      else if (status === 429) atOnce.set(kind, 1);
      // Sent before the limit was reached: what it says is over.
      else if (closedMs(kind) > 0) return;
      else if (remaining !== null) atOnce.set(kind, Math.max(1, remaining));
      else atOnce.delete(kind);
    },
  };
}

/** Milliseconds until the limit resets: by `x-ratelimit-reset` (Unix seconds) or `Retry-After`; null when neither says. */
function resetOf(headers: Headers, nowMs: number): number | null {
  const reset = wholeNumber(headers.get('x-ratelimit-reset'));
  if (reset !== null) return Math.max(0, reset * 1000 - nowMs);
  const after = headers.get('retry-after');
  const seconds = wholeNumber(after);
  if (seconds !== null) return seconds * 1000;
  const date = after ? Date.parse(after) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
