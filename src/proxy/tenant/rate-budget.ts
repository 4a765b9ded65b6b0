/** What the tenant lets us ask, as its answers tell. Auth0 counts by kind of call, so this does too. */
export interface RateBudget {
  /** Milliseconds until a call of this kind may be made; 0 when it may be made now. */
  waitMs(kind: string): number;
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
  function close(kind: string, forMs: number): void {
    closedUntil.set(kind, now() + Math.min(forMs, longestMs));
  }
  return {
    waitMs(kind) {
      const left = (closedUntil.get(kind) ?? 0) - now();
      if (left <= 0 || left > longestMs) closedUntil.delete(kind);
      return closedUntil.has(kind) ? left : 0;
    },
    learn(kind, { status, headers }) {
      const resetMs = resetOf(headers, now());
      if (status === 429 && resetMs !== null) close(kind, resetMs);
      else if (headers.get('x-ratelimit-remaining') === '0' && resetMs !== null) {
        close(kind, Math.min(resetMs, emptyMs));
      }
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
