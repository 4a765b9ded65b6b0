import { base64url } from 'jose';
import type { UserRecord } from '../model.ts';
import type { Store } from '../store.ts';
import { opaqueValue } from './opaque-value.ts';
import type { SessionCarrier } from './session-carrier.ts';
import { openShelf } from './shelf.ts';

/** A person's session at the tenant, shared by all apps in one browser. */
export interface BrowserSession {
  /** The `sid` claim. */
  id: string;
  userId: string;
  /** Epoch milliseconds of the last time he gave his password. */
  authenticatedAt: number;
  fingerprint: string;
}

export interface Sessions {
  of(request: Request): Promise<BrowserSession | null>;
  /** Begins a session and puts its id on the answer. */
  start(record: UserRecord, headers: Headers): Promise<BrowserSession>;
  /** Ends the browser's session, if it has one, and gives what it was. */
  end(request: Request, headers: Headers): BrowserSession | null;
}

/** Auth0's defaults, in seconds: three days without use, seven in all. */
const idleLife = 259_200;
const wholeLife = 604_800;

export function openSessions(store: Store, carrier: SessionCarrier): Sessions {
  const shelf = openShelf<BrowserSession>(store, 'sessions/');
  const kept = (request: Request) => shelf.get(carrier.read(request) ?? '');

  function keep(session: BrowserSession): void {
    const left = wholeLife - (store.now() - session.authenticatedAt) / 1000;
    if (left > 0) shelf.put(session.id, session, Math.min(idleLife, left));
  }

  return {
    async of(request) {
      const session = kept(request);
      const record = session && store.user(session.userId);
      if (!session || !record || (await fingerprintOf(record)) !== session.fingerprint) return null;
      keep(session);
      return session;
    },
    async start(record, headers) {
      const session = {
        id: opaqueValue(24),
        userId: record.profile.user_id,
        authenticatedAt: store.now(),
        fingerprint: await fingerprintOf(record),
      };
      keep(session);
      carrier.write(headers, session.id);
      return session;
    },
    end(request, headers) {
      const session = kept(request);
      if (session) shelf.remove(session.id);
      carrier.write(headers, null);
      return session;
    },
  };
}

/**
 * Of all that, once changed, ends a session: the person must sign in again.
 *
 * @see https://auth0.com/docs/manage-users/sessions/session-layers
 */
async function fingerprintOf({ profile, password }: UserRecord): Promise<string> {
  const { email, email_verified, phone_number, username } = profile;
  const text = JSON.stringify([email, email_verified, phone_number, username, password]);
  return base64url.encode(
    new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))),
  );
}
