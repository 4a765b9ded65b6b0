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

/** So long one waits whose share of what is left is less than one call; not as long as the others, who wait as well. */
const crowdedMs = () => 100 + Math.random() * 400;

/** How many may run before the first has ended: less than the smallest burst of all plans but the free one. */
const atFirst = 4;

/** How much one answer changes what we think of the others. */
const weight = 0.2;

interface Kind {
  /** Epoch milliseconds. */
  closedUntil: number;
  running: number;
  /**
   * How many may run at the same time: our share of what was left in the bucket, since nobody knows which of them it
   * counted, and no more than one beyond what went well.
   */
  atOnce: number;
  /** In the bucket, as the last answer said. */
  remaining: number | null;
  /** How many the bucket loses for one of ours, about: 1 when nobody else draws on it. */
  taken: number;
}

/**
 * @param now - epoch milliseconds, on the tenant's clock as near as may be.
 * @see https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy
 */
export function rateBudget(now: () => number): RateBudget {
  const kinds = new Map<string, Kind>();

  function of(name: string): Kind {
    const known = kinds.get(name);
    if (known) return known;
    const kind: Kind = {
      closedUntil: 0,
      running: 0,
      atOnce: atFirst,
      remaining: null,
      taken: 1,
    };
    kinds.set(name, kind);
    return kind;
  }

  function close(kind: Kind, forMs: number): void {
    kind.closedUntil = now() + Math.min(forMs, longestMs);
    // The first one afterwards goes alone, and its answer tells how many may follow.
    kind.atOnce = 1;
  }

  function closedMs(kind: Kind): number {
    const left = kind.closedUntil - now();
    if (left <= 0 || left > longestMs) kind.closedUntil = 0;
    return kind.closedUntil > 0 ? left : 0;
  }

  function learnShare(kind: Kind, remaining: number): void {
    const lost = kind.remaining === null ? 1 : kind.remaining - remaining;
    kind.remaining = remaining;
    // More may have come in than went out, or the answers overtook each other: then nobody else is seen to draw.
    kind.taken += (Math.max(1, lost) - kind.taken) * weight;
  }

  return {
    closedMs: (name) => closedMs(of(name)),
    waitMs(name) {
      const kind = of(name);
      return closedMs(kind) || (kind.running >= kind.atOnce ? Number.POSITIVE_INFINITY : 0);
    },
    enter(name) {
      const kind = of(name);
      kind.running += 1;
    },
    leave(name) {
      of(name).running -= 1;
    },
    learn(name, { status, headers }) {
      const kind = of(name);
      const resetMs = resetOf(headers, now());
      const remaining = wholeNumber(headers.get('x-ratelimit-remaining'));
      if (remaining !== null) learnShare(kind, remaining);
      if (status === 429 && resetMs !== null) close(kind, resetMs + (shareOf(kind) < 0.9 ? crowdedMs() : 0));
      else if (remaining === 0 && resetMs !== null) close(kind, Math.min(resetMs, emptyMs));
      else if (status === 429) kind.atOnce = 1;
      // Sent before the limit was reached: what it says is over.
      else if (closedMs(kind) > 0) return;
      else if (remaining === null) kind.atOnce = Number.POSITIVE_INFINITY;
      else if (remaining * shareOf(kind) < 1) close(kind, crowdedMs());
      else kind.atOnce = Math.min(Math.floor(remaining * shareOf(kind)), kind.atOnce + 1);
    },
  };
}

/** Of what is taken out of the bucket, the part that we take: 1 when nobody else draws on it. */
function shareOf({ taken }: Kind): number {
  return 1 / taken;
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
