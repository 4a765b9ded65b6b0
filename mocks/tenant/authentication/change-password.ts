import type { Authority } from './authority.ts';
import { OAuthError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';
import { readParameters, required } from './token-request.ts';

/**
 * `POST /dbconnections/change_password`: the answer is the same whether or not there is such a person. No mail leaves
 * this tenant; the log says that one would have.
 *
 * @throws OAuthError when the connection is unknown or not a database.
 * @see https://auth0.com/docs/api/authentication/change-password/change-password
 */
export async function changePassword({ store }: Authority, request: Request): Promise<Response> {
  const parameters = await readParameters(request);
  const email = required(parameters, 'email');
  const connection = store.connection(required(parameters, 'connection'));
  if (connection?.strategy !== 'auth0') {
    throw new OAuthError(400, 'invalid_request', 'connection does not exist or is not a database');
  }
  const client = store.client(parameters.client_id ?? '');
  const user = store.userByLogin(email, connection.name)?.profile;
  if (user) logEvent(store, request, { type: 'scpr', client, user, connection: connection.name });
  return new Response("We've just sent you an email to reset your password.");
}
