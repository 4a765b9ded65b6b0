import type { UserRecord } from '../model.ts';
import { type Authority, apiOf, type Grant } from './authority.ts';
import { checkCredentials, databasesOf } from './credentials.ts';
import { passActions } from './pass-actions.ts';
import { OAuthError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';
import type { Exchange } from './token.ts';
import { answerFor, firstRefreshToken, type TokenAnswer } from './token-answer.ts';
import { required } from './token-request.ts';

/**
 * Tokens for a name and a password, without a page. `realm` names the database.
 *
 * @see https://auth0.com/docs/get-started/authentication-and-authorization-flow/resource-owner-password-flow
 */
export async function exchangePassword(exchange: Exchange): Promise<TokenAnswer> {
  const { authority, request, client, parameters } = exchange;
  const audience = audienceOf(authority, parameters.audience);
  const user = signedIn(exchange);
  const asked: Grant = {
    clientId: client.client_id,
    userId: user.profile.user_id,
    scope: parameters.scope?.split(' ').filter(Boolean) ?? [],
    audience,
  };
  const grant = await passActions(exchange, asked, user, 'oauth2-password');
  const refreshToken = firstRefreshToken(authority, grant, client, request);
  logEvent(authority.store, request, { type: 'sepft', client, user: user.profile, audience });
  return answerFor(authority, grant, user, { origin: 'password', refreshToken });
}

function signedIn({ authority, request, client, parameters }: Exchange): UserRecord {
  const identifier = required(parameters, 'username');
  const password = required(parameters, 'password');
  const connection = parameters.realm;
  if (connection !== undefined && databasesOf(authority.store, client, connection).length === 0) {
    throw new OAuthError(403, 'unauthorized_client', 'the connection was not found');
  }
  const checked = checkCredentials(authority.store, request, client, { identifier, password, connection });
  switch (checked.kind) {
    case 'right':
      return checked.record;
    case 'blocked':
      throw new OAuthError(403, 'unauthorized', 'user is blocked');
    case 'wrong':
      throw new OAuthError(403, 'invalid_user_password', 'Wrong email or password');
    case 'locked':
      throw new OAuthError(
        429,
        'too_many_requests',
        'Your account has been blocked after multiple consecutive login attempts.',
      );
  }
}

function audienceOf(authority: Authority, audience: string | undefined): string | undefined {
  if (audience === undefined || apiOf(authority, audience)) return audience;
  throw new OAuthError(403, 'access_denied', `Service not enabled within domain: ${audience}`);
}
