import type { Authority } from './authority.ts';
import { logEvent } from './sign-in-log.ts';
import { authenticateClient, readParameters, required } from './token-request.ts';

/**
 * `POST /oauth/revoke`: revokes a refresh token and all that came of the same sign-in. A token that is not known is
 * no error, so nobody learns which ones are.
 *
 * @throws OAuthError when the client is not who it says, or the token is missing.
 * @see https://auth0.com/docs/api/authentication/revoke-refresh-token/revoke-refresh-token
 */
export async function revoke(authority: Authority, request: Request): Promise<Response> {
  const parameters = await readParameters(request);
  const client = authenticateClient(authority, request, parameters);
  const grant = authority.refreshTokens.revoke(required(parameters, 'token'), client.client_id);
  const user = grant ? authority.store.user(grant.userId)?.profile : undefined;
  if (grant) logEvent(authority.store, request, { type: 'srrt', client, user });
  return new Response(null, { status: 200 });
}
