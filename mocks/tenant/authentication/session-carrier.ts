import type { TenantStorage } from '../storage.ts';

/** How the id of the tenant's own session (not the app's) travels between browser and tenant. */
export interface SessionCarrier {
  read(request: Request): string | null;
  /** Puts the id on an answer; null forgets it. */
  write(headers: Headers, id: string | null): void;
}

const cookieName = 'auth0';
/** Three days, Auth0's default for an idle session. */
const lifetimeSeconds = 259_200;

/**
 * The session id in a cookie, as Auth0 does it.
 *
 * @param secure - true for a tenant on https: the cookie then also reaches the silent-authentication frame of an app
 * on another site. On plain http only an app on the same host gets it, whatever its port.
 */
export function cookieCarrier({ secure = false }: { secure?: boolean } = {}): SessionCarrier {
  const attributes = `Path=/; HttpOnly; SameSite=${secure ? 'None; Secure' : 'Lax'}`;
  return {
    read: (request) => cookieOf(request, cookieName),
    write(headers, id) {
      const value = id === null ? '; Max-Age=0' : `${encodeURIComponent(id)}; Max-Age=${lifetimeSeconds}`;
      headers.append('Set-Cookie', `${cookieName}=${value}; ${attributes}`);
    },
  };
}

/**
 * The session id in the tenant's storage: a page that runs the tenant itself can neither read nor set cookies on a
 * `Response`. Whoever shares the storage shares the session, as one browser does.
 */
export function storageCarrier(storage: TenantStorage): SessionCarrier {
  const key = 'browser-session';
  return {
    read: () => storage.read(key),
    write: (_headers, id) => storage.write(key, id),
  };
}

function cookieOf(request: Request, name: string): string | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found ? decoded(found.slice(name.length + 1)) : null;
}

/** A cookie that someone else has set may hold anything. */
function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}
