import { askToken, authorizeAddress, exchange, locationOf, signIn } from './authentication/example-flow.ts';
import { openBrowser } from './authentication/example-tenant.ts';
import { tenantUrl } from './example-seed.ts';
import type { Tenant } from './tenant.ts';

/** Someone of the example seed who has signed in to the app at the login page, in a browser of his own. */
export interface Visitor {
  /** What the app gets when it asks again without a page: `code`, or the error. */
  silently(): Promise<string>;
  /** `ok`, or the error that the token endpoint answers. */
  refresh(): Promise<string>;
}

export async function signInAs(tenant: Tenant, id: string): Promise<Visitor> {
  const call = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('User-Agent', `Browser of ${id}`);
    headers.set('X-Forwarded-For', '203.0.113.7');
    return tenant.fetch(new Request(new URL(path, tenantUrl), { ...init, headers }));
  };
  const browser = openBrowser(call);
  const signedIn = await signIn(browser, {
    fields: { username: `${id}@example.com`, password: 'Correct-horse-1' },
    request: { scope: 'openid offline_access' },
  });
  const code = locationOf(signedIn).searchParams.get('code') ?? '';
  // The emulator's own answers, which its tests have checked.
  const first = (await (await exchange({ call }, code)).json()) as { refresh_token: string };
  let newest = first.refresh_token;

  return {
    async silently() {
      const address = await authorizeAddress({ prompt: 'none' });
      const { searchParams } = locationOf(await browser.get(address));
      return searchParams.has('code') ? 'code' : (searchParams.get('error') ?? '');
    },
    async refresh() {
      const response = await askToken({ call }, { grant_type: 'refresh_token', refresh_token: newest });
      const answer = (await response.json()) as { refresh_token?: string; error?: string };
      newest = answer.refresh_token ?? newest;
      return answer.error ?? 'ok';
    },
  };
}
