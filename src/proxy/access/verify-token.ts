import { type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { ProxyConfig } from '../config.ts';
import { Problem } from '../problem.ts';
import { type Authentication, authenticationClaims, readAuthentication } from './step-up.ts';

/** What an access token tells, after all of it was checked. */
export interface TokenClaims {
  subject: string;
  /** Held when the token was made; what is held now is asked of the tenant. */
  permissions: readonly string[];
  /** Epoch milliseconds. */
  expiresAt: number;
  /** The sign-in that it came of; null when it was renewed by a refresh token, or does not say. */
  signIn: TokenSignIn | null;
  authentication: Authentication;
  /** The thumbprint of the key that its owner must hold; null for a token that is good in anyone's hands. */
  boundTo: string | null;
}

/** A sign-in, as far as a token tells. */
interface TokenSignIn {
  /** Epoch milliseconds. */
  at: number;
  /** The same for every token of the same sign-in. */
  session: string;
}

/** A page that is loaded again gets a token silently, which by itself looks like one of a sign-in. */
const silentMs = 3_600_000;

/** The tenant's clock and ours may differ by so much. */
const clockToleranceSeconds = 5;

const claims = z.object({
  ...authenticationClaims.shape,
  sub: z.string().min(1),
  permissions: z.array(z.string()).default([]),
  exp: z.number(),
  iat: z.number().optional(),
  // A sign-in in a browser has none.
  gty: z.unknown().optional(),
  azp: z.string().optional(),
  client_id: z.string().optional(),
  // Bound in a way that we do not know is refused: the token was not meant for anyone's hands.
  cnf: z.strictObject({ jkt: z.string().min(1) }).optional(),
});

const tokenTypes = ['jwt', 'at+jwt', 'application/at+jwt'];

/**
 * Checks an access token: signature (RS256 by one of the tenant's keys), type, issuer, audience, time, and
 * that one of our applications asked for it (`azp`; `client_id` in the RFC 9068 profile).
 *
 * @throws Problem `invalid-token` without a word on why; `auth0-unavailable` when the keys cannot be fetched.
 * @see https://auth0.com/docs/secure/tokens/access-tokens/validate-access-tokens
 * @see https://www.rfc-editor.org/rfc/rfc9068#section-4
 */
export async function verifyToken(
  token: string,
  config: ProxyConfig,
  world: { keys: JWTVerifyGetKey; now: () => number },
): Promise<TokenClaims> {
  const { payload, protectedHeader } = await jwtVerify(token, world.keys, {
    algorithms: ['RS256'],
    issuer: `${config.auth0.url}/`,
    audience: config.audience,
    requiredClaims: ['sub', 'exp'],
    clockTolerance: clockToleranceSeconds,
    currentDate: new Date(world.now()),
  }).catch((cause: unknown) => {
    throw cause instanceof Problem ? cause : new Problem('invalid-token', { cause });
  });
  const parsed = claims.safeParse(payload);
  if (!parsed.success || !tokenTypes.includes(protectedHeader.typ?.toLowerCase() ?? '')) {
    throw new Problem('invalid-token');
  }
  const { sub, permissions, exp, iat, gty, azp, client_id, cnf } = parsed.data;
  const application = azp ?? client_id;
  if (application === undefined || !config.clientIds.includes(application))
    throw new Problem('invalid-token');
  const authentication = readAuthentication(parsed.data);
  const renewed = iat === undefined || [gty].flat().includes('refresh_token');
  return {
    subject: sub,
    permissions,
    expiresAt: exp * 1000,
    signIn: renewed ? null : signInOf(authentication.at, iat * 1000),
    authentication,
    boundTo: cnf?.jkt ?? null,
  };
}

/**
 * One sign-in for all tokens with the same moment of it, where src/auth0/tell-sign-in.cjs tells that; else for all of
 * the same hour.
 */
function signInOf(signedInAt: number | null, issuedAt: number): TokenSignIn {
  if (signedInAt !== null) return { at: signedInAt, session: `at ${signedInAt}` };
  return { at: issuedAt, session: `hour ${Math.floor(issuedAt / silentMs)}` };
}
