import type { Authority, WaitingLogin } from './authority.ts';
import { refuse } from './authorize.ts';
import { completeLogin } from './complete-login.ts';
import { PageError } from './refusals.ts';
import { secondFactorPage } from './second-factor-page.ts';
import { logEvent } from './sign-in-log.ts';

/** What every factor of every person shows here: there are no phones around an emulated tenant. */
export const oneTimeCode = '123456';

/** Someone who has been asked for a second factor, and where he was. */
interface Visit {
  state: string;
  waiting: WaitingLogin;
}

/** `GET /u/mfa-challenge?state=…` @throws PageError when nobody waits with this state in this browser. */
export function showSecondFactor(authority: Authority, raw: Request): Promise<Response> {
  return secondFactorPage(formFor(authority, visitOf(authority, raw)));
}

/**
 * `POST /u/mfa-challenge?state=…` with `code`: the login goes on after the Action that has asked. The path and the words
 * are guesses; which factor it is, is not asked.
 *
 * @throws PageError when nobody waits with this state in this browser.
 * @see https://auth0.com/docs/secure/multi-factor-authentication/customize-mfa/customize-mfa-selection-universal-login
 */
export async function submitSecondFactor(authority: Authority, raw: Request): Promise<Response> {
  const { store, sessions, challenges } = authority;
  const visit = visitOf(authority, raw);
  const { request, client, session, action, logType, factor } = visit.waiting;
  const user = store.user(session.user_id)?.profile;
  const code = new URLSearchParams(await raw.text()).get('code')?.trim() ?? '';
  if (code !== oneTimeCode) {
    logEvent(store, raw, { type: 'gd_auth_failed', client, user });
    const error = code === '' ? 'Enter the code.' : 'The code you entered is not valid.';
    return secondFactorPage({ ...formFor(authority, visit), error });
  }
  challenges.remove(visit.state);
  logEvent(store, raw, { type: 'gd_auth_succeed', client, user });
  const strengthened = sessions.add(session, { name: 'mfa', type: factor });
  try {
    return await completeLogin(
      authority,
      { raw, request, client, session: strengthened, logType },
      { action, body: null },
    );
  } catch (error) {
    return refuse(request, error, ({ message }) =>
      logEvent(store, raw, { type: 'f', client, user, description: message }),
    );
  }
}

function visitOf({ challenges, sessions, store }: Authority, raw: Request): Visit {
  const state = new URL(raw.url).searchParams.get('state') ?? '';
  const waiting = challenges.get(state);
  const session = sessions.of(raw);
  const client = waiting && store.client(waiting.request.clientId);
  if (waiting && client && session?.id === waiting.sessionId) {
    return { state, waiting: { ...waiting, client, session } };
  }
  throw new PageError('This sign-in has expired, or was begun in another browser.');
}

function formFor({ url }: Authority, { state, waiting }: Visit) {
  return {
    action: `${url}/u/mfa-challenge?state=${encodeURIComponent(state)}`,
    appName: waiting.client.name,
    code: oneTimeCode,
  };
}
