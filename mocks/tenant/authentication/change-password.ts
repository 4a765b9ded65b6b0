import { sendMail } from '../mail-sending.ts';
import type { Connection, UserRecord } from '../model.ts';
import type { Store } from '../store.ts';
import { mustBeUnique } from '../user-rules.ts';
import type { Authority } from './authority.ts';
import { OAuthError } from './refusals.ts';
import { takeResetRequest } from './request-allowance.ts';
import { addressOf, logEvent } from './sign-in-log.ts';
import { readParameters, required } from './token-request.ts';

/**
 * `POST /dbconnections/change_password`: sends a link to choose a new password. The answer is the same whether or not
 * there is such a person, and whether or not he gets a mail.
 *
 * @throws OAuthError when the connection is unknown or not a database, or lets people share an email, and when one
 * person's is asked for too often; the words are guesses.
 * @see https://auth0.com/docs/api/authentication/change-password/change-password
 */
export async function changePassword({ store, url }: Authority, request: Request): Promise<Response> {
  const parameters = await readParameters(request);
  const email = required(parameters, 'email');
  const connection = store.connection(required(parameters, 'connection'));
  if (connection?.strategy !== 'auth0') {
    throw new OAuthError(400, 'invalid_request', 'connection does not exist or is not a database');
  }
  if (!mustBeUnique('email', connection)) {
    throw new OAuthError(400, 'invalid_request', 'connection does not have unique emails');
  }
  if (!takeResetRequest(store, email, addressOf(request))) {
    throw new OAuthError(429, 'too_many_requests', 'Too many requests to change this password.');
  }
  const client = store.client(parameters.client_id ?? '');
  const organizationId = store.organization(parameters.organization ?? '')?.id;
  const record = userOf(store, email, connection);
  if (record) {
    const sent = sendMail(store, 'reset_email', record, { base: url, client, organizationId });
    const type = sent ? 'scpr' : 'fcpr';
    logEvent(store, request, { type, client, user: record.profile, connection: connection.name });
  }
  return new Response("We've just sent you an email to reset your password.");
}

/** By his email alone: a username may not stand in for it. */
function userOf(store: Store, email: string, { name }: Connection): UserRecord | undefined {
  const record = store.userByLogin(email, name);
  return record?.profile.email?.toLowerCase() === email.toLowerCase() ? record : undefined;
}
