import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey } from 'jose';
import { Problem } from '../problem.ts';
import { UpstreamFailure } from '../tenant/upstream-failure.ts';

/** Auth0 asks for five to ten minutes. */
const lifeMs = 600_000;

/** A key we do not have may be new, or forged: look again, but not for everyone who says so. */
const retryMs = 10_000;

export interface SigningKeys {
  /** For jose; throws Problem `auth0-unavailable` when the keys cannot be fetched. */
  find: JWTVerifyGetKey;
  /** How often the keys were fetched. */
  generation(): number;
}

/**
 * Finds the tenant's key for a token; keys are fetched when first needed, when they are ten minutes old, and when a
 * token names one that is not among them (the tenant rotated its keys), that at most every ten seconds.
 *
 * @param world.now - epoch milliseconds.
 * @see https://auth0.com/docs/secure/tokens/json-web-tokens/json-web-key-sets
 */
export function signingKeys(
  tenantUrl: string,
  world: { fetch: typeof fetch; now: () => number; attemptMs: number },
): SigningKeys {
  // When to fetch is decided here, by our clock and not by the machine's: jose is told never to fetch of itself.
  const keys = createRemoteJWKSet(new URL(`${tenantUrl}/.well-known/jwks.json`), {
    [customFetch]: (url, options) => world.fetch(url, options),
    timeoutDuration: world.attemptMs,
    cacheMaxAge: Number.POSITIVE_INFINITY,
    cooldownDuration: Number.POSITIVE_INFINITY,
  });
  let fetchedAt: number | null = null;
  let missedAt: number | null = null;
  let generation = 0;

  async function fetchKeys(): Promise<void> {
    const since = world.now();
    try {
      await keys.reload();
    } catch (cause) {
      const failure = new UpstreamFailure({ call: 'GET /.well-known/jwks.json', uncertain: false, cause });
      throw new Problem('auth0-unavailable', { retryAfterSeconds: 5, cause: failure });
    }
    fetchedAt = since;
    generation += 1;
  }

  const find: JWTVerifyGetKey = async (header, token) => {
    if (!isRecent(fetchedAt, lifeMs, world.now())) await fetchKeys();
    try {
      return await keys(header, token);
    } catch (error) {
      const unknown = error instanceof errors.JWKSNoMatchingKey;
      if (!unknown || isRecent(missedAt, retryMs, world.now())) throw error;
      // Keys that could not be fetched say nothing about a token: only those that were let us call it invalid.
      const since = world.now();
      await fetchKeys();
      missedAt = since;
      return keys(header, token);
    }
  };
  return { find, generation: () => generation };
}

function isRecent(moment: number | null, lifeMs: number, now: number): boolean {
  return moment !== null && now >= moment && now - moment < lifeMs;
}
