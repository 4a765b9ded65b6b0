import type { ProxyConfig } from '../config.ts';
import { Problem } from '../problem.ts';
import { credentialsIn } from './credentials.ts';
import { openProofs } from './dpop-proof.ts';
import type { TokenClaims } from './verify-token.ts';

/** What a request shows of its caller. */
export interface ShownToken {
  /** The `Authorization` header. */
  authorization: string | null;
  /** The `DPoP` header. */
  proof: string | null;
  method: string;
  url: string;
}

/**
 * Finds out what a request's token says, and that it is in the right hands: one that is bound to a key (RFC 9449) is
 * worth nothing without a proof of that key, and where the vendor wants it no other is taken.
 *
 * @param claimsOf - what a token says, after all of it was checked.
 * @param now - epoch milliseconds.
 */
export function openCallerCheck(
  claimsOf: (token: string) => Promise<TokenClaims>,
  { dpop = 'optional', publicUrl, basePath }: Pick<ProxyConfig, 'dpop' | 'publicUrl' | 'basePath'>,
  now: () => number,
): (shown: ShownToken) => Promise<TokenClaims> {
  const checkProof = openProofs(now);
  return async ({ authorization, proof, method, url }) => {
    const { scheme, token } = credentialsIn(authorization);
    const claims = await claimsOf(token);
    const { boundTo: thumbprint } = claims;
    if (scheme === 'bearer' && thumbprint === null && dpop === 'optional') return claims;
    // Bound and shown as a bearer's, or a bearer's and shown as bound: neither is what it was made for.
    if (scheme === 'bearer' || thumbprint === null) throw new Problem('invalid-token', { proof: 'missing' });
    const target = publicUrl === undefined ? url : publicUrl + new URL(url).pathname.slice(basePath.length);
    await checkProof(proof, { method, url: target, token, thumbprint });
    return claims;
  };
}
