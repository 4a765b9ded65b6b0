import type { Client } from '../model.ts';
import type { Authority } from './authority.ts';
import { exchangeClientCredentials } from './grant-client-credentials.ts';
import { exchangeCode } from './grant-code.ts';
import { exchangePassword } from './grant-password.ts';
import { exchangeRefreshToken } from './grant-refresh.ts';
import { OAuthError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';
import type { TokenAnswer } from './token-answer.ts';
import { authenticateClient, readParameters, required, type TokenParameters } from './token-request.ts';

/** One exchange at the token endpoint, by an authenticated client that may use this grant. */
export interface Exchange {
  authority: Authority;
  request: Request;
  client: Client;
  parameters: TokenParameters;
}

interface GrantType {
  exchange: (exchange: Exchange) => Promise<TokenAnswer>;
  /** The name in a client's list of allowed grants. */
  allowedAs: string;
  /** Log code of a failure. Successes are logged where the user is known. */
  failure: string;
}

const passwordGrant = { exchange: exchangePassword, allowedAs: 'password', failure: 'fepft' };
const grantTypes: Record<string, GrantType> = {
  authorization_code: { exchange: exchangeCode, allowedAs: 'authorization_code', failure: 'feacft' },
  refresh_token: { exchange: exchangeRefreshToken, allowedAs: 'refresh_token', failure: 'fertft' },
  client_credentials: {
    exchange: exchangeClientCredentials,
    allowedAs: 'client_credentials',
    failure: 'feccft',
  },
  password: passwordGrant,
  'http://auth0.com/oauth/grant-type/password-realm': passwordGrant,
};

/**
 * `POST /oauth/token`, as a form or as JSON.
 *
 * @throws OAuthError
 * @see https://auth0.com/docs/api/authentication#get-token
 */
export async function token(authority: Authority, request: Request): Promise<Response> {
  const parameters = await readParameters(request);
  const name = required(parameters, 'grant_type');
  const grantType = Object.hasOwn(grantTypes, name) ? grantTypes[name] : undefined;
  if (!grantType) throw new OAuthError(400, 'unsupported_grant_type', `Unsupported grant type: ${name}`);
  const client = authenticateClient(authority, request, parameters);
  if (!client.grant_types.includes(grantType.allowedAs)) {
    throw new OAuthError(403, 'unauthorized_client', `Grant type '${name}' not allowed for the client.`);
  }
  try {
    const answer = await grantType.exchange({ authority, request, client, parameters });
    return Response.json(answer, { headers: { 'Cache-Control': 'no-store', Pragma: 'no-cache' } });
  } catch (error) {
    if (error instanceof OAuthError) {
      logEvent(authority.store, request, { type: grantType.failure, client, description: error.message });
    }
    throw error;
  }
}
