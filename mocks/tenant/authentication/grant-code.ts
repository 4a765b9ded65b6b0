import { base64url } from 'jose';
import type { IssuedCode } from './authority.ts';
import { checkBinding, provenKey } from './dpop.ts';
import { OAuthError } from './refusals.ts';
import { logEvent } from './sign-in-log.ts';
import type { Exchange } from './token.ts';
import { answerFor, firstRefreshToken, type TokenAnswer } from './token-answer.ts';
import { required } from './token-request.ts';

/** A code is good once: it is gone even when the rest of the request is wrong. */
export async function exchangeCode({
  authority,
  request,
  client,
  parameters,
}: Exchange): Promise<TokenAnswer> {
  const { codes, store } = authority;
  const code = codes.take(required(parameters, 'code'));
  if (code?.grant.clientId !== client.client_id) throw invalidCode();
  if (code.redirectUri !== parameters.redirect_uri) {
    throw new OAuthError(403, 'invalid_grant', 'The redirect URI is wrong.');
  }
  await checkVerifier(code, parameters.code_verifier);
  const user = store.user(code.grant.userId);
  if (!user) throw invalidCode();
  const jkt = await provenKey(authority, request);
  checkBinding(code.grant.jkt, jkt);
  const grant = { ...code.grant, jkt };
  const refreshToken = firstRefreshToken(authority, grant, client, request);
  logEvent(store, request, { type: 'seacft', client, user: user.profile, audience: grant.audience });
  return answerFor(authority, grant, user, { origin: null, refreshToken });
}

function invalidCode(): OAuthError {
  return new OAuthError(403, 'invalid_grant', 'Invalid authorization code');
}

/** RFC 7636. A verifier for a code that was asked for without a challenge is wrong too. */
async function checkVerifier({ codeChallenge }: IssuedCode, verifier: string | undefined): Promise<void> {
  const matches =
    verifier === undefined ? codeChallenge === undefined : (await challengeOf(verifier)) === codeChallenge;
  if (!matches) throw new OAuthError(403, 'invalid_grant', 'Failed to verify code verifier');
}

async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url.encode(new Uint8Array(digest));
}
