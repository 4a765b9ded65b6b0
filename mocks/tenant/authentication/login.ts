import type { Client } from '../model.ts';
import type { Authority, AuthorizationRequest } from './authority.ts';
import { refuse } from './authorize.ts';
import { completeLogin } from './complete-login.ts';
import { type CredentialCheck, checkCredentials } from './credentials.ts';
import { type LoginForm, loginPage } from './login-page.ts';
import { AuthorizeError, PageError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';

/** Someone at the login page, and what for. */
interface Visit {
  state: string;
  request: AuthorizationRequest;
  client: Client;
}

/** `GET /u/login?state=…` @throws PageError when the state is unknown or too old. */
export function showLogin(authority: Authority, raw: Request): Promise<Response> {
  const visit = visitOf(authority, raw);
  return loginPage(formFor(authority, visit, visit.request.loginHint ?? '', {}));
}

/**
 * `POST /u/login?state=…` with `username` and `password`.
 *
 * @throws PageError when the state is unknown or too old.
 * @see https://auth0.com/docs/authenticate/login/auth0-universal-login
 */
export async function submitLogin(authority: Authority, raw: Request): Promise<Response> {
  const visit = visitOf(authority, raw);
  const form = new URLSearchParams(await raw.text());
  const identifier = (form.get('username') ?? '').trim();
  const password = form.get('password') ?? '';
  const again = (errors: LoginForm['errors']) => loginPage(formFor(authority, visit, identifier, errors));

  if (identifier === '' || password === '') {
    return again({
      identifier: identifier === '' ? 'Enter your email or username.' : undefined,
      password: password === '' ? 'Enter your password.' : undefined,
    });
  }
  const { client, request } = visit;
  const { connection } = request;
  const checked = checkCredentials(authority.store, raw, client, { identifier, password, connection });
  if (checked.kind === 'wrong') return again({ password: 'Wrong email or password.' });
  if (checked.kind === 'locked') {
    return again({ form: 'Your account has been blocked after multiple consecutive login attempts.' });
  }
  return enter(authority, raw, visit, checked);
}

/** The password was right: back to the app, with a code or with the reason why not. */
async function enter(
  authority: Authority,
  raw: Request,
  { state, request, client }: Visit,
  { kind, record }: Extract<CredentialCheck, { record: unknown }>,
): Promise<Response> {
  authority.pending.remove(state);
  const { store, sessions } = authority;
  const log = (type: string, description?: string) =>
    logEvent(store, raw, { type, client, user: record.profile, description });
  const headers = new Headers();
  try {
    // The check has logged it already.
    if (kind === 'blocked')
      return refuse(request, new AuthorizeError('unauthorized', 'user is blocked'), () => {});
    const session = sessions.start(record, raw, headers);
    const answer = await completeLogin(authority, { raw, request, client, session, logType: 's' });
    return withHeaders(answer, headers);
  } catch (error) {
    return withHeaders(await refuse(request, error, ({ message }) => log('f', message)), headers);
  }
}

function visitOf({ pending, store }: Authority, raw: Request): Visit {
  const state = new URL(raw.url).searchParams.get('state') ?? '';
  const request = pending.get(state);
  const client = request && store.client(request.clientId);
  if (request && client) return { state, request, client };
  throw new PageError('This sign-in page has expired.', 400);
}

function formFor(
  { store, url }: Authority,
  { state, request, client }: Visit,
  identifier: string,
  errors: LoginForm['errors'],
): LoginForm {
  const organization = store.organization(request.organization ?? '');
  return {
    action: `${url}/u/login?state=${encodeURIComponent(state)}`,
    appName: client.name,
    organizationName: organization?.display_name ?? organization?.name,
    identifier,
    errors,
  };
}

function withHeaders(response: Response, headers: Headers): Response {
  for (const [name, value] of headers) response.headers.append(name, value);
  return response;
}
