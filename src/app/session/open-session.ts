import { Auth0Client } from '@auth0/auth0-spa-js';
// A file of its own: a strict Content-Security-Policy has no `blob:` for workers.
import tokenWorkerUrl from '@auth0/auth0-spa-js/dist/auth0-spa-js.worker.production.js?url';
import type { Config } from '#app/lib/config.ts';

const silentSignInSeconds = 10;

/**
 * The sign-in SDK for the vendor's tenant; tokens are kept in memory only. It asks for the tenant's session at once,
 * while the app itself is still on its way: the token has mostly come when the first screen needs it.
 */
export function openSession(config: Config): Auth0Client {
  const client = new Auth0Client({
    domain: config.domain,
    clientId: config.clientId,
    authorizationParams: {
      redirect_uri: config.base,
      audience: config.audience,
      scope: 'openid profile email',
    },
    cacheLocation: 'memory',
    useRefreshTokens: config.refreshTokens,
    useDpop: config.dpop,
    // After a reload there is no refresh token in memory; a frame asks the tenant's session then.
    useRefreshTokensFallback: true,
    workerUrl: tokenWorkerUrl,
    authorizeTimeoutInSeconds: silentSignInSeconds,
  });
  if (!comesFromSignIn()) {
    const asked = client.checkSession();
    // The provider asks when it is there: it gets this answer, and does not wait for a second one.
    client.checkSession = () => asked;
  }
  return client;
}

/** Whether the address carries the answer to a sign-in; that is redeemed in place of asking. */
function comesFromSignIn(): boolean {
  return new URLSearchParams(location.search).has('state');
}
