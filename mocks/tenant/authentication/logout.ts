import { errors } from 'jose';
import type { Client } from '../model.ts';
import type { Authority } from './authority.ts';
import { redirect, withQuery } from './authorization-response.ts';
import { PageError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';

/**
 * `GET /v2/logout?client_id&returnTo`: ends the browser's session at the tenant. Refresh tokens outlive it.
 *
 * @throws PageError when `returnTo` is not in the client's list; then nothing has ended.
 * @see https://auth0.com/docs/authenticate/login/logout/redirect-users-after-logout
 */
export function logout(authority: Authority, request: Request): Response {
  const query = new URL(request.url).searchParams;
  const clientId = query.get('client_id');
  const client = clientId === null ? undefined : knownClient(authority, clientId);
  const returnTo = query.get('returnTo') ?? client?.allowed_logout_urls[0];
  if (returnTo !== undefined) checkAllowed(client, returnTo, 'returnTo');
  return end(authority, request, client, returnTo);
}

/**
 * `GET /oidc/logout?id_token_hint&post_logout_redirect_uri&state`; `client_id` may stand in for the hint.
 *
 * @throws PageError when the hint is not ours, or the address is not in the client's list.
 * @see https://auth0.com/docs/authenticate/login/logout/log-users-out-of-auth0
 */
export async function oidcLogout(authority: Authority, request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const hint = query.get('id_token_hint');
  const clientId = hint === null ? query.get('client_id') : await audienceOfHint(authority, hint);
  const client = clientId === null ? undefined : knownClient(authority, clientId);
  const address = query.get('post_logout_redirect_uri');
  if (address === null) return end(authority, request, client, undefined);
  checkAllowed(client, address, 'post_logout_redirect_uri');
  const state = query.get('state');
  return end(authority, request, client, state === null ? address : withQuery(address, { state }));
}

function knownClient({ store }: Authority, id: string): Client {
  const client = store.client(id);
  if (client) return client;
  throw new PageError(`Unknown client: ${id}`);
}

/** Without a client the tenant's own list would count; this tenant has none. */
function checkAllowed(client: Client | undefined, address: string, parameter: string): void {
  if (client?.allowed_logout_urls.includes(address)) return;
  throw new PageError(`The "${parameter}" parameter "${address}" is not in the list of allowed logout URLs.`);
}

function end(
  { sessions, store }: Authority,
  request: Request,
  client: Client | undefined,
  address: string | undefined,
): Response {
  const response = address === undefined ? new Response('OK') : redirect(address);
  const session = sessions.end(request, response.headers);
  const user = session ? store.user(session.user_id)?.profile : undefined;
  if (session) logEvent(store, request, { type: 'slo', client, user });
  return response;
}

/** The token may be an old one: it only says which app the person was signed in to. */
async function audienceOfHint({ keys, url }: Authority, hint: string): Promise<string> {
  try {
    const claims = await keys.verify(hint, { issuer: `${url}/`, currentDate: new Date(0) });
    if (typeof claims.aud === 'string') return claims.aud;
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error;
  }
  throw new PageError('The id_token_hint is not valid.');
}
