import { errors, type JWTPayload } from 'jose';
import type { Store } from '../store.ts';
import { signingKeys } from './keys.ts';

/** Who calls the Management API. */
export interface ManagementCaller {
  scopes: string[];
  clientId: string;
  /** The token's `sub`: a user's id, or `<client id>@clients`. */
  subject: string;
}

/** The Management API's identifier: with a trailing slash, always. */
export function managementAudience(url: string): string {
  return `${url}/api/v2/`;
}

/**
 * Checks the bearer token of a Management API request: the caller, or the 401 that Auth0 answers.
 *
 * @see https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens
 */
export function verifyManagementToken(
  store: Store,
  url: string,
): (request: Request) => Promise<ManagementCaller | Response> {
  const keys = signingKeys(store.storage);
  return async (request) => {
    const token = bearerOf(request);
    if (token === null) return unauthorized('Invalid token.');
    try {
      return callerOf(
        await keys.verify(token, {
          issuer: `${url}/`,
          audience: managementAudience(url),
          currentDate: new Date(store.now()),
        }),
      );
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw error;
      return unauthorized(messageFor(error));
    }
  };
}

/** The token of an `Authorization: Bearer` header, or null. */
export function bearerOf(request: Request): string | null {
  return /^Bearer +(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1] ?? null;
}

function callerOf(claims: JWTPayload): ManagementCaller {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '');
  return {
    scopes: text('scope').split(' ').filter(Boolean),
    clientId: text('azp'),
    subject: text('sub'),
  };
}

function messageFor(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'Expired token received for JSON Web Token validation';
  const forged =
    error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey;
  return forged ? 'Invalid signature received for JSON Web Token validation.' : 'Invalid token.';
}

function unauthorized(message: string): Response {
  return Response.json({ statusCode: 401, error: 'Unauthorized', message }, { status: 401 });
}
