import type { BruteForceBlock, UserRecord } from './model.ts';

const lifeMs = 30 * 86_400_000;

/**
 * The blocks that hold still: each ends thirty days after the last failure. An attempt that is refused because of the
 * block is not counted as one: nothing says so.
 *
 * @see https://auth0.com/docs/secure/attack-protection/brute-force-protection
 */
export function blocksOf({ bruteForceBlocks = [] }: UserRecord, nowMs: number): BruteForceBlock[] {
  return bruteForceBlocks.filter(
    ({ last_failure_at }) => last_failure_at === undefined || Date.parse(last_failure_at) + lifeMs > nowMs,
  );
}
