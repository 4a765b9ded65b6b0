import { base64url, calculateJwkThumbprint, EmbeddedJWK, type JWK, jwtVerify } from 'jose';
import { z } from 'zod';
import { Problem } from '../problem.ts';

/** A request, as a proof must describe it. */
export interface ProvenRequest {
  method: string;
  /** With any query and fragment; they are no part of a proof. */
  url: string;
  token: string;
  /** Of the key that the token is bound to. */
  thumbprint: string;
}

/**
 * Whether a caller holds the key that his token is bound to.
 *
 * @throws Problem `invalid-token` for anything else than a fresh proof for this very request and token; `too-many-requests`
 * when so many proofs came in that no replay could be told from a first use.
 * @see https://www.rfc-editor.org/rfc/rfc9449#section-4.3
 */
export type CheckProof = (proof: string | null, request: ProvenRequest) => Promise<void>;

/** An admin's clock may be off by so much, in either direction. */
const windowMs = 300_000;

const maximumProofs = 100_000;

const claims = z.object({
  jti: z.string().min(1).max(200),
  htm: z.string(),
  htu: z.string(),
  iat: z.number(),
  ath: z.string(),
});

/** @param now - epoch milliseconds. */
export function openProofs(now: () => number): CheckProof {
  const used = usedOnce(now);

  return async (proof, { method, url, token, thumbprint }) => {
    const { payload, protectedHeader } = await jwtVerify(proof ?? '', EmbeddedJWK, {
      algorithms: ['ES256'],
      typ: 'dpop+jwt',
      currentDate: new Date(now()),
    }).catch(refuse);
    const { success, data } = claims.safeParse(payload);
    // Verified with it just now; EmbeddedJWK takes public keys only.
    const key = await calculateJwkThumbprint(protectedHeader.jwk as JWK);
    const isRight =
      success &&
      key === thumbprint &&
      data.htm === method &&
      isSameTarget(data.htu, url) &&
      Math.abs(now() - data.iat * 1000) <= windowMs &&
      data.ath === (await digestOf(token));
    if (!isRight) throw refused();
    if (!used.first(`${key} ${data.jti}`)) throw refused();
  };
}

function refuse(cause: unknown): never {
  throw refused(cause);
}

function refused(cause?: unknown): Problem {
  return new Problem('invalid-token', { proof: 'wrong', cause });
}

function isSameTarget(claimed: string, url: string): boolean {
  const target = URL.parse(url);
  const named = URL.parse(claimed);
  if (!target || !named || named.username !== '' || named.password !== '') return false;
  return named.origin === target.origin && named.pathname === target.pathname;
}

async function digestOf(token: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  return base64url.encode(new Uint8Array(digest));
}

/**
 * Remembers what was used for as long as it could be used again. One that is forgotten sooner could be replayed, so
 * when there is no more room nothing new is taken.
 */
function usedOnce(now: () => number): { first(id: string): boolean } {
  // Oldest first, by when they were used.
  const until = new Map<string, number>();
  return {
    first(id) {
      for (const [old, end] of until) {
        if (end > now()) break;
        until.delete(old);
      }
      if (until.has(id)) return false;
      if (until.size >= maximumProofs) throw new Problem('too-many-requests');
      until.set(id, now() + 2 * windowMs);
      return true;
    },
  };
}
