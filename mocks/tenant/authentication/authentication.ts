import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { Store } from '../store.ts';
import { openAuthority } from './authority.ts';
import { authorize } from './authorize.ts';
import { changePassword } from './change-password.ts';
import { continueLogin } from './continue-login.ts';
import { openIdConfiguration } from './discovery.ts';
import { errorPage } from './error-page.ts';
import { showLogin, submitLogin } from './login.ts';
import { logout, oidcLogout } from './logout.ts';
import { OAuthError, PageError } from './refusals.ts';
import { showResetPassword, submitResetPassword } from './reset-password.ts';
import { revoke } from './revoke.ts';
import { showSecondFactor, submitSecondFactor } from './second-factor.ts';
import type { SessionCarrier } from './session-carrier.ts';
import { signUp } from './sign-up.ts';
import { token } from './token.ts';
import { unblockAccount } from './unblock-account.ts';
import { userInfo } from './userinfo.ts';
import { verifyEmail } from './verify-email.ts';

/** What an app calls from its own origin; the rest are pages that a browser goes to. */
const crossOriginPaths = [
  '/oauth/token',
  '/oauth/revoke',
  '/userinfo',
  '/dbconnections/change_password',
  '/dbconnections/signup',
  '/.well-known/*',
];

const maximumBodyBytes = 100_000;
const tooLarge = new OAuthError(413, 'invalid_request', 'The body is too large');

/**
 * The Authentication API of a tenant, to be mounted at the tenant's path. Keys, codes, sessions and refresh tokens are
 * in the store's storage, so that any other instance over the same storage honours them.
 *
 * @param options.url - the tenant's address, without a slash at its end; the issuer is this with one.
 * @see https://auth0.com/docs/api/authentication
 */
export function authentication(store: Store, options: { url: string; session: SessionCarrier }): Hono {
  const { url } = options;
  const authority = openAuthority(store, url, options.session);
  const app = new Hono();
  app.onError((error) => {
    if (error instanceof OAuthError) return error.toResponse();
    if (error instanceof PageError) return errorPage(error);
    throw error;
  });
  app.use(bodyLimit({ maxSize: maximumBodyBytes, onError: () => tooLarge.toResponse() }));
  const crossOrigin = cors({ origin: (origin) => (isAppOrigin(store, origin) ? origin : null), maxAge: 600 });
  for (const path of crossOriginPaths) app.use(path, crossOrigin);

  app.get('/authorize', (c) => authorize(authority, c.req.raw));
  app.get('/u/login', (c) => showLogin(authority, c.req.raw));
  app.post('/u/login', (c) => submitLogin(authority, c.req.raw));
  app.on(['GET', 'POST'], '/continue', (c) => continueLogin(authority, c.req.raw));
  app.get('/u/mfa-challenge', (c) => showSecondFactor(authority, c.req.raw));
  app.post('/u/mfa-challenge', (c) => submitSecondFactor(authority, c.req.raw));
  app.get('/u/reset-password', (c) => showResetPassword(authority, c.req.raw));
  app.post('/u/reset-password', (c) => submitResetPassword(authority, c.req.raw));
  app.get('/u/email-verification', (c) => verifyEmail(authority, c.req.raw));
  app.get('/u/unblock-account', (c) => unblockAccount(authority, c.req.raw));
  app.post('/oauth/token', (c) => token(authority, c.req.raw));
  app.post('/oauth/revoke', (c) => revoke(authority, c.req.raw));
  app.get('/userinfo', (c) => userInfo(authority, c.req.raw));
  app.post('/dbconnections/change_password', (c) => changePassword(authority, c.req.raw));
  app.post('/dbconnections/signup', (c) => signUp(authority, c.req.raw));
  app.get('/v2/logout', (c) => logout(authority, c.req.raw));
  app.get('/oidc/logout', (c) => oidcLogout(authority, c.req.raw));
  app.get('/.well-known/openid-configuration', (c) => c.json(openIdConfiguration(url)));
  app.get('/.well-known/jwks.json', async (c) => c.json({ keys: await authority.keys.published() }));
  return app;
}

/** Auth0 answers the origins that some application names, as web origin or by its callbacks. */
function isAppOrigin({ seed }: Store, origin: string): boolean {
  return seed.clients.some(
    ({ web_origins, callbacks }) =>
      web_origins.includes(origin) || callbacks.some((address) => URL.parse(address)?.origin === origin),
  );
}
