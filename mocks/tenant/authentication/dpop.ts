import { calculateJwkThumbprint, EmbeddedJWK, type JWK, jwtVerify } from 'jose';
import type { Authority } from './authority.ts';
import { OAuthError } from './refusals.ts';

/** How old a proof may be, and how far ahead a clock, in seconds. */
const windowSeconds = 300;

/**
 * The thumbprint of the key whose possession a request to the token endpoint proves: what it gets is bound to it. Without
 * a proof nothing is. Auth0 wants a `DPoP-Nonce` of some clients; this tenant asks for none, and does not remember
 * proofs. Which code a wrong proof is answered with is RFC 9449's; the words and the status are guesses.
 *
 * @throws OAuthError `invalid_dpop_proof`
 * @see https://auth0.com/docs/secure/sender-constraining/demonstrating-proof-of-possession-dpop
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-5
 */
export async function provenKey({ store, url }: Authority, request: Request): Promise<string | undefined> {
  const proof = request.headers.get('DPoP');
  if (proof === null) return undefined;
  try {
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, {
      algorithms: ['ES256'],
      typ: 'dpop+jwt',
      currentDate: new Date(store.now()),
      requiredClaims: ['jti', 'iat', 'htm', 'htu'],
    });
    const age = Math.abs(store.now() / 1000 - Number(payload.iat));
    if (payload.htm === 'POST' && payload.htu === `${url}/oauth/token` && age <= windowSeconds) {
      // Verified with it just now.
      return await calculateJwkThumbprint(protectedHeader.jwk as JWK);
    }
  } catch {}
  throw new OAuthError(400, 'invalid_dpop_proof', 'The DPoP proof is not valid.');
}

/**
 * Holds what was bound before to its key: a code that names it (`dpop_jkt`), or a refresh token.
 *
 * @throws OAuthError `invalid_grant`, a guess.
 */
export function checkBinding(boundTo: string | undefined, key: string | undefined): void {
  if (boundTo !== undefined && boundTo !== key)
    throw new OAuthError(400, 'invalid_grant', 'The DPoP proof is not by the key that this is bound to.');
}
