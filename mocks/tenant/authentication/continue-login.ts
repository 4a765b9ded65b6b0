import type { Authority } from './authority.ts';
import { refuse } from './authorize.ts';
import { completeLogin } from './complete-login.ts';
import { PageError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';

/**
 * `GET` or `POST /continue?state=…`: someone comes back from where an Action has sent him, in the same browser. A state
 * is good once.
 *
 * @throws PageError when nobody was sent away with this state.
 * @see https://auth0.com/docs/customize/actions/redirect-with-actions
 */
export async function continueLogin(authority: Authority, raw: Request): Promise<Response> {
  const { store, sessions } = authority;
  const body = new URLSearchParams(raw.method === 'POST' ? await raw.clone().text() : '');
  const state = new URL(raw.url).searchParams.get('state') ?? body.get('state') ?? '';
  const away = authority.away.take(state);
  const session = sessions.of(raw);
  const client = away && store.client(away.request.clientId);
  if (!away || !client || session?.id !== away.sessionId)
    throw new PageError('This sign-in has expired, or was begun in another browser.');
  const { request, action, logType } = away;
  try {
    return await completeLogin(authority, { raw, request, client, session, logType }, { action, body });
  } catch (error) {
    return refuse(request, error, ({ message, user }) =>
      logEvent(store, raw, { type: 'f', client, user, description: message }),
    );
  }
}
