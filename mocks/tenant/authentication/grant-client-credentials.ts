import type { ResourceServer } from '../model.ts';
import { clientClaims, signFor } from './access-token.ts';
import { type Authority, apiOf } from './authority.ts';
import { OAuthError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';
import type { Exchange } from './token.ts';
import type { TokenAnswer } from './token-answer.ts';
import { required } from './token-request.ts';

/** A token for the client itself, with all scopes of its client grant, or with those of them that it names. */
export async function exchangeClientCredentials(exchange: Exchange): Promise<TokenAnswer> {
  const { authority, request, client, parameters } = exchange;
  const audience = required(parameters, 'audience');
  const api = apiFor(authority, audience);
  const granted = client.grants?.[audience];
  if (!granted) {
    throw new OAuthError(403, 'access_denied', `Client is not authorized to access "${audience}".`);
  }
  const wanted = parameters.scope?.split(' ').filter(Boolean);
  const scope = wanted ? granted.filter((name) => wanted.includes(name)) : granted;
  const token = await signFor(authority, api, {
    iss: `${authority.url}/`,
    sub: `${client.client_id}@clients`,
    aud: audience,
    scope: scope.join(' '),
    ...clientClaims(api, client.client_id, 'client-credentials'),
  });
  logEvent(authority.store, request, { type: 'seccft', client, audience, scope: scope.join(' ') });
  return {
    access_token: token,
    scope: scope.join(' ') || undefined,
    expires_in: api.token_lifetime,
    token_type: 'Bearer',
  };
}

function apiFor(authority: Authority, audience: string): ResourceServer {
  const api = apiOf(authority, audience);
  if (api) return api;
  throw new OAuthError(403, 'access_denied', `Service not enabled within domain: ${audience}`);
}
