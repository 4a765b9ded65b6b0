import type { Client, Session } from '../model.ts';
import type { Authority, AuthorizationRequest } from './authority.ts';
import { type ResponseTarget, readRequest, readTarget } from './authorization-request.ts';
import { errorParameters, redirect, respond } from './authorization-response.ts';
import { completeLogin } from './complete-login.ts';
import { opaqueValue } from './opaque-value.ts';
import { AuthorizeError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';

/** How long a login page may stand open, in seconds. */
const pendingLife = 3_600;

/**
 * `GET /authorize`: at once with a code when the browser has a session that will do, else by the login page, or with
 * `login_required` when the app has asked for no page.
 *
 * @throws PageError when there is nobody who may be answered.
 * @see https://auth0.com/docs/api/authentication/authorization-code-flow-with-pkce/authorize-with-pkce
 */
export async function authorize(authority: Authority, request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const target = readTarget(authority, query);
  const { client } = target;
  const failure = query.get('prompt') === 'none' ? 'fsa' : 'f';
  try {
    return await proceed(authority, request, readRequest(authority, query, target), client);
  } catch (error) {
    return refuse(target, error, ({ message, user }) =>
      logEvent(authority.store, request, { type: failure, client, user, description: message }),
    );
  }
}

async function proceed(
  authority: Authority,
  raw: Request,
  request: AuthorizationRequest,
  client: Client,
): Promise<Response> {
  const { store, sessions } = authority;
  const session = sessions.of(raw);
  const user = session ? store.user(session.user_id) : undefined;
  const silent = request.prompt.includes('none');
  if (session && user && suffices(store.now(), session, request)) {
    const logType = silent ? 'ssa' : undefined;
    return completeLogin(authority, { raw, request, client, session, logType });
  }
  if (silent) throw new AuthorizeError('login_required', 'Login required');
  return toLoginPage(authority, request);
}

/** A session does when the app wants no new sign-in and the last one is recent enough. */
function suffices(now: number, session: Session, { prompt, maxAge }: AuthorizationRequest): boolean {
  if (prompt.includes('login') || prompt.includes('select_account')) return false;
  return maxAge === undefined || now - Date.parse(session.authenticated_at) <= maxAge * 1000;
}

function toLoginPage({ pending, url }: Authority, request: AuthorizationRequest): Response {
  const state = opaqueValue();
  pending.put(state, request, pendingLife);
  return redirect(`${url}/u/login?state=${state}`);
}

/** Answers the app with the refusal; anything else is not ours to answer. */
export function refuse(
  target: ResponseTarget,
  error: unknown,
  log: (error: AuthorizeError) => void,
): Promise<Response> {
  if (!(error instanceof AuthorizeError)) throw error;
  log(error);
  return respond(target, errorParameters(error));
}
