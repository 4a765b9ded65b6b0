import { base64url } from 'jose';
import { api, app, appUrl, tenantUrl } from './example-seed.ts';
import type { Browser, ExampleTenant } from './example-tenant.ts';

export const verifier = 'a-verifier-of-at-least-forty-three-characters-in-all';

/** The address of an authorization request; null leaves a parameter out. */
export async function authorizeAddress(changes: Record<string, string | null> = {}): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const parameters: Record<string, string | null> = {
    response_type: 'code',
    client_id: app.client_id,
    redirect_uri: appUrl,
    scope: 'openid profile email',
    state: 'a state',
    nonce: 'a nonce',
    audience: api,
    code_challenge: base64url.encode(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    ...changes,
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== null) query.set(name, value);
  return `/authorize?${query}`;
}

/** Where an answer sends the browser. */
export function locationOf(response: Response): URL {
  return new URL(response.headers.get('Location') ?? 'about:blank', tenantUrl);
}

export const rightPassword = { username: 'ada@example.com', password: 'correct horse' };

/** Through the login page, up to the answer that sends the browser back to the app. */
export async function signIn(
  browser: Browser,
  {
    fields = rightPassword,
    request = {},
  }: { fields?: Record<string, string>; request?: Record<string, string | null> } = {},
): Promise<Response> {
  const toLogin = await browser.get(await authorizeAddress(request));
  return browser.submit(locationOf(toLogin).href, fields);
}

/** The code that a completed sign-in brings. */
export async function codeFrom(
  browser: Browser,
  request: Record<string, string | null> = {},
): Promise<string> {
  return locationOf(await signIn(browser, { request })).searchParams.get('code') ?? '';
}

/** Asks the token endpoint, as the app unless told otherwise. */
export function askToken(
  tenant: Pick<ExampleTenant, 'call'>,
  parameters: Record<string, string>,
): Promise<Response> {
  return tenant.call('/oauth/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ client_id: app.client_id, ...parameters }),
  });
}

export function exchange(
  tenant: Pick<ExampleTenant, 'call'>,
  code: string,
  changes: Record<string, string> = {},
): Promise<Response> {
  return askToken(tenant, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: appUrl,
    code_verifier: verifier,
    ...changes,
  });
}
