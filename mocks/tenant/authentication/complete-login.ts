import type { Client, Session } from '../model.ts';
import type { Authority, AuthorizationRequest } from './authority.ts';
import { redirect, respond, withQuery } from './authorization-response.ts';
import { issueCode } from './issue-code.ts';
import { opaqueValue } from './opaque-value.ts';
import { runPostLogin } from './post-login.ts';
import { AuthorizeError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';

/** Someone with a session, and the app that asks for him. */
export interface SignedIn {
  raw: Request;
  request: AuthorizationRequest;
  client: Client;
  session: Session;
  /** What is logged when he gets in; nothing when he was in already. */
  logType?: 's' | 'ssa';
}

/** How long somebody may be away where an Action has sent him, or look for his second factor, in seconds. */
const awayLife = 3_600;

/**
 * Brings him back to the app with a code, once the Actions have let him pass; or sends him where one of them wants him,
 * or to show a second factor. That silent authentication calls the latter `interaction_required` too is a guess.
 *
 * @param resumed - which Action had sent him away, and what he brings along.
 * @throws AuthorizeError
 * @see https://auth0.com/docs/customize/actions/redirect-with-actions
 */
export async function completeLogin(
  authority: Authority,
  { raw, request, client, session, logType }: SignedIn,
  resumed?: { action: number; body: URLSearchParams | null },
): Promise<Response> {
  const { store } = authority;
  const record = store.user(session.user_id);
  if (!record) throw new AuthorizeError('login_required', 'Login required');
  const { scope, audience, organization } = request;
  const login = { raw, client, record, scope, audience, organization, session, request };
  const verdict = await runPostLogin(authority, { ...login, protocol: 'oidc-basic-profile' }, resumed);
  if (verdict.kind === 'deny') throw new AuthorizeError('access_denied', verdict.reason, record.profile);
  if (verdict.kind !== 'allow') {
    if (request.prompt.includes('none'))
      throw new AuthorizeError('interaction_required', 'Interaction required', record.profile);
    const state = opaqueValue();
    const { action } = verdict;
    const waiting = { request, sessionId: session.id, action, logType };
    if (verdict.kind === 'challenge') {
      authority.challenges.put(state, { ...waiting, factor: verdict.factor }, awayLife);
      return redirect(withQuery(`${authority.url}/u/mfa-challenge`, { state }));
    }
    authority.away.put(state, waiting, awayLife);
    return redirect(withQuery(verdict.url, { state }));
  }
  // He may have been changed while the Actions ran.
  const answer = issueCode(
    authority,
    request,
    store.user(session.user_id) ?? record,
    session,
    verdict.claims,
  );
  if (logType) logEvent(store, raw, { type: logType, client, user: record.profile });
  return respond(request, answer);
}
