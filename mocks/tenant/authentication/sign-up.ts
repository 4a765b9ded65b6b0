import { sendMail } from '../mail-sending.ts';
import type { Connection } from '../model.ts';
import { newUserRecord } from '../new-user.ts';
import { passwordErrors, passwordFault } from '../password-policy.ts';
import { emailFormat } from '../payload.ts';
import { usernameFault } from '../user-rules.ts';
import type { Authority } from './authority.ts';
import { OAuthError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';
import { readParameters, required, type TokenParameters } from './token-request.ts';

/**
 * `POST /dbconnections/signup`: makes a user of a database that lets people sign up by themselves. The id in the answer
 * has no prefix. Auth0 names the code of a weak password; `invalid_signup` and the words are guesses.
 *
 * @throws OAuthError when the client or the connection will not do, and when the person cannot be made.
 * @see https://auth0.com/docs/api/authentication/signup/create-a-new-user
 */
export async function signUp({ store, url }: Authority, request: Request): Promise<Response> {
  const parameters = await readParameters(request);
  const client = store.client(required(parameters, 'client_id'));
  if (!client) throw new OAuthError(401, 'invalid_client', 'Unknown client');
  const connection = store.connection(required(parameters, 'connection'));
  if (connection?.strategy !== 'auth0' || !connection.enabled_clients.includes(client.client_id))
    throw new OAuthError(400, 'invalid_request', 'connection does not exist or is not a database');
  const identifier = parameters.email;
  try {
    const record = newUserRecord(readNewUser(parameters, connection), connection, store.now());
    const { email, username, user_id, email_verified } = record.profile;
    const weak = passwordFault(record.password ?? '', connection, { profile: record.profile, passwords: [] });
    if (weak) throw new OAuthError(400, 'invalid_password', passwordErrors[weak]);
    if ([email, username].some((login) => login && store.userByLogin(login, connection.name)))
      throw new OAuthError(400, 'invalid_signup', 'Invalid sign up');
    store.saveUser(record);
    logEvent(store, request, { type: 'ss', client, user: record.profile });
    sendMail(store, 'verify_email', record, { base: url, client });
    return Response.json({ _id: user_id.slice('auth0|'.length), email, email_verified, username });
  } catch (error) {
    if (error instanceof OAuthError)
      logEvent(store, request, {
        type: 'fs',
        client,
        identifier,
        connection: connection.name,
        description: error.message,
      });
    throw error;
  }
}

function readNewUser(parameters: TokenParameters, connection: Connection) {
  if (connection.options.disable_signup === true)
    throw new OAuthError(400, 'invalid_signup', 'Public signup is disabled');
  const email = required(parameters, 'email');
  if (!emailFormat.test(email)) throw new OAuthError(400, 'invalid_signup', 'The email is not valid');
  const password = required(parameters, 'password');
  const username = connection.options.requires_username ? required(parameters, 'username') : undefined;
  const fault = username && usernameFault(username, connection);
  if (fault) throw new OAuthError(400, 'invalid_signup', fault);
  const { given_name, family_name, name, nickname, picture } = parameters;
  return {
    ...{ email, password, username, connection: connection.name },
    ...{ given_name, family_name, name, nickname, picture },
  };
}
