import type { Action } from '../action.ts';
import { memoryStorage } from '../storage.ts';
import { openStore, type TenantStore } from '../store.ts';
import { authentication } from './authentication.ts';
import { exampleSeed, tenantUrl } from './example-seed.ts';
import { signingKeys, signingKeysEntry } from './keys.ts';
import { cookieCarrier } from './session-carrier.ts';

/** Making a key takes long, and no test cares which it is: all begin with the same one. */
const firstKey = (async () => {
  const storage = memoryStorage();
  await signingKeys(storage).published();
  return storage.read(signingKeysEntry);
})();

export interface ExampleTenant {
  store: TenantStore;
  /** Sends a request to a path of the tenant, as a program would. */
  call(path: string, init?: RequestInit): Promise<Response>;
  /** Moves the clock. */
  pass(seconds: number): void;
  browser(): Browser;
  /** Another instance over the same storage: after a reload, or in another frame. */
  reopened(): Promise<ExampleTenant>;
}

/** Someone's browser: it keeps cookies, and does not follow redirects. */
export interface Browser {
  get(address: string): Promise<Response>;
  submit(address: string, fields: Record<string, string>): Promise<Response>;
}

export async function startTenant(from?: {
  storage?: ReturnType<typeof memoryStorage>;
  now?: number;
  actions?: Action[];
}): Promise<ExampleTenant> {
  const storage = from?.storage ?? memoryStorage();
  let now = from?.now ?? Date.parse('2026-03-01T12:00:00.000Z');
  if (!from?.storage) storage.write(signingKeysEntry, await firstKey);
  const store = openStore({ seed: exampleSeed(), storage, now: () => now, actions: from?.actions });
  const server = authentication(store, { url: tenantUrl, session: cookieCarrier({ secure: true }) });
  const call = async (path: string, init?: RequestInit) =>
    server.fetch(new Request(new URL(path, tenantUrl), init));
  return {
    store,
    call,
    browser: () => openBrowser(call),
    pass(seconds) {
      now += seconds * 1000;
    },
    reopened: () => startTenant({ ...from, storage, now }),
  };
}

export function openBrowser(call: ExampleTenant['call']): Browser {
  const cookies = new Map<string, string>();
  async function send(address: string, init: RequestInit): Promise<Response> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await call(address, { ...init, headers: { Cookie: cookie } });
    for (const header of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
      if (header.includes('Max-Age=0')) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  }
  return {
    get: (address) => send(address, {}),
    submit: (address, fields) => send(address, { method: 'POST', body: new URLSearchParams(fields) }),
  };
}
