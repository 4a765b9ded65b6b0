import type { Session, UserRecord } from '../model.ts';
import type { Authority, AuthorizationRequest, CustomClaims } from './authority.ts';
import type { ResponseParameters } from './authorization-response.ts';
import { opaqueValue } from './opaque-value.ts';
import { AuthorizeError } from './refusals.ts';

const codeLifeSeconds = 60;

/**
 * The code that answers a request of someone who is signed in.
 *
 * @throws AuthorizeError `unauthorized` for a blocked user, `access_denied` for one outside the organization.
 */
export function issueCode(
  { codes, sessions, store }: Authority,
  request: AuthorizationRequest,
  { profile, organizations = [] }: UserRecord,
  session: Session,
  claims?: CustomClaims,
): ResponseParameters {
  if (profile.blocked && store.blocking.sessions !== 'answer')
    throw new AuthorizeError('unauthorized', 'user is blocked', profile);
  const { organization } = request;
  if (organization !== undefined && !organizations.includes(organization)) {
    throw new AuthorizeError(
      'access_denied',
      `user ${profile.user_id} is not part of the ${organization}`,
      profile,
    );
  }
  sessions.visit(session, request.clientId);
  const code = opaqueValue();
  const authTime = Math.floor(Date.parse(session.authenticated_at) / 1000);
  codes.put(
    code,
    {
      grant: {
        clientId: request.clientId,
        userId: profile.user_id,
        scope: request.scope,
        audience: request.audience,
        organization,
        sessionId: session.id,
        jkt: request.dpopJkt,
        nonce: request.nonce,
        amr: session.authentication.methods.some(({ name }) => name === 'mfa') ? ['mfa'] : undefined,
        authTime: request.maxAge === undefined ? undefined : authTime,
        claims,
      },
      redirectUri: request.redirectUri,
      codeChallenge: request.codeChallenge,
    },
    codeLifeSeconds,
  );
  return { code };
}
