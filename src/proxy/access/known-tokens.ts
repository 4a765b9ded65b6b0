import { boundedCache } from '../bounded-cache.ts';
import type { TokenClaims } from './verify-token.ts';

/** So long a token is taken for what it was found to be: as long as an admin's standing. */
const lifeMs = 60_000;

const maximumTokens = 5_000;

/**
 * Remembers what a token was found to say, so that its signature is not reckoned at each request of a page. Tokens that
 * were refused are not remembered, and an expired one never counts.
 *
 * @param verify - finds out what a token says.
 * @param generation - changes whenever the tenant's keys were fetched: what older keys vouched for is asked anew.
 */
export function knownTokens(
  verify: (token: string) => Promise<TokenClaims>,
  world: { now: () => number; generation: () => number },
): (token: string) => Promise<TokenClaims> {
  const known = boundedCache<{ claims: TokenClaims; generation: number }>({
    maximum: maximumTokens,
    lifeMs,
    now: world.now,
  });
  return async (token) => {
    const entry = known.get(token);
    const alive = entry && entry.generation === world.generation() && world.now() < entry.claims.expiresAt;
    if (alive) return entry.claims;
    const claims = await verify(token);
    known.set(token, { claims, generation: world.generation() });
    return claims;
  };
}
