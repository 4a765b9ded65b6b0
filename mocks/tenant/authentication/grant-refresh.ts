import type { Grant } from './authority.ts';
import { checkBinding, provenKey } from './dpop.ts';
import { passActions } from './pass-actions.ts';
import { OAuthError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';
import type { Exchange } from './token.ts';
import { answerFor, rotates, type TokenAnswer } from './token-answer.ts';
import { required } from './token-request.ts';

/**
 * New tokens for a refresh token. A rotating client gets a new refresh token with them, and the old one is a trap:
 * whoever uses it again loses the whole family.
 */
export async function exchangeRefreshToken(exchange: Exchange): Promise<TokenAnswer> {
  const { authority, request, client, parameters } = exchange;
  const { refreshTokens, store } = authority;
  const token = required(parameters, 'refresh_token');
  const rotating = rotates(client);
  const found = refreshTokens.find(token, client.client_id, rotating);
  const user = found.kind === 'unknown' ? undefined : store.user(found.grant.userId);
  if (found.kind === 'reused') {
    const description = 'Reused rotating refresh token';
    logEvent(store, request, { type: 'ferrt', client, user: user?.profile, description });
  }
  if (found.kind !== 'known' || !user) {
    throw new OAuthError(403, 'invalid_grant', 'Unknown or invalid refresh token.');
  }
  if (user.profile.blocked && store.blocking.refreshTokens !== 'answer')
    throw new OAuthError(403, 'invalid_grant', 'user is blocked');
  const jkt = await provenKey(authority, request);
  checkBinding(found.grant.jkt, jkt);
  const narrow = narrowed({ ...found.grant, jkt }, parameters.scope);
  const grant = await passActions(exchange, narrow, user, 'oauth2-refresh-token');
  // While the Actions ran the token may have been used or revoked.
  if (refreshTokens.find(token, client.client_id, rotating).kind !== 'known')
    throw new OAuthError(403, 'invalid_grant', 'Unknown or invalid refresh token.');
  const refreshToken = refreshTokens.exchange(found.family, request, rotating);
  logEvent(store, request, { type: 'sertft', client, user: user.profile, audience: grant.audience });
  return answerFor(authority, grant, user, { origin: 'refresh_token', refreshToken });
}

/** The app may ask for less than it was given, never for more. A nonce belongs to the first ID token only. */
function narrowed(grant: Grant, scope: string | undefined): Grant {
  const wanted = scope?.split(' ');
  return {
    ...grant,
    nonce: undefined,
    scope: wanted ? grant.scope.filter((name) => wanted.includes(name)) : grant.scope,
  };
}
