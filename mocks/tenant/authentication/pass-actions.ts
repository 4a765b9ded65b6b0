import type { Protocol } from '../action.ts';
import type { UserRecord } from '../model.ts';
import type { Grant } from './authority.ts';
import { runPostLogin } from './post-login.ts';
import { OAuthError } from './refusals.ts';
import type { Exchange } from './token.ts';

/**
 * Lets the Actions judge an exchange without a browser, where nobody can be sent anywhere.
 *
 * @returns the grant with the claims that they have added.
 * @throws OAuthError `access_denied` with the reason of an Action, `interaction_required`, `mfa_required`; the
 * status is a guess, and so is that a refresh token is answered with the last one.
 */
export async function passActions(
  { authority, request, client }: Exchange,
  grant: Grant,
  record: UserRecord,
  protocol: Exclude<Protocol, 'oidc-basic-profile'>,
): Promise<Grant> {
  const { scope, audience, organization } = grant;
  const login = { raw: request, client, record, protocol, scope, audience, organization };
  const verdict = await runPostLogin(authority, login);
  switch (verdict.kind) {
    case 'allow':
      return { ...grant, claims: verdict.claims };
    case 'deny':
      throw new OAuthError(403, 'access_denied', verdict.reason);
    case 'redirect':
      throw new OAuthError(403, 'interaction_required', 'Interaction required');
    case 'challenge':
      throw new OAuthError(403, 'mfa_required', 'Multifactor authentication required');
  }
}
