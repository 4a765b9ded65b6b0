import { audience, spaClientId } from '#mocks/seed/names.ts';
import type { Tenant } from '#tenant/tenant.ts';
import { demoBase } from './demo-tenant.ts';

/** A code challenge of which nobody knows the verifier: the code is never redeemed, only the session is wanted. */
const unusedChallenge = 'A'.repeat(43);

function authorizeUrl(tenant: Tenant): URL {
  const url = new URL(`${tenant.url}/authorize`);
  url.search = new URLSearchParams({
    response_type: 'code',
    client_id: spaClientId,
    redirect_uri: demoBase().href,
    scope: 'openid',
    audience,
    state: 'persona',
    prompt: 'login',
    code_challenge: unusedChallenge,
    code_challenge_method: 'S256',
  }).toString();
  return url;
}

async function pageOf(tenant: Tenant, request: Request): Promise<{ url: string; page: Document }> {
  const response = await tenant.fetch(request);
  const location = response.headers.get('location');
  if (location !== null) return pageOf(tenant, new Request(new URL(location, request.url)));
  return { url: request.url, page: new DOMParser().parseFromString(await response.text(), 'text/html') };
}

/**
 * Signs a demo person in at the tenant as a browser would: its own login form, filled in and sent.
 *
 * @throws Error when the tenant shows no login form.
 */
export async function signInAs(tenant: Tenant, person: { email: string; password: string }): Promise<void> {
  const { url, page } = await pageOf(tenant, new Request(authorizeUrl(tenant)));
  const form = page.querySelector('form');
  if (!form) throw new Error('The tenant shows no login form.');
  const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  body.set('username', person.email);
  body.set('password', person.password);
  await tenant.fetch(new Request(new URL(form.getAttribute('action') ?? '', url), { method: 'POST', body }));
}
