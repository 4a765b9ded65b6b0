import type { Session, UserRecord } from '../model.ts';
import type { Store } from '../store.ts';
import { lastSeen, newDevice } from './device.ts';
import { opaqueValue } from './opaque-value.ts';
import type { SessionCarrier } from './session-carrier.ts';

/** The sessions of browsers. All of them are in the store, where the Management API finds and ends them. */
export interface Sessions {
  /** The browser's session, which counts as used from now on. */
  of(request: Request): Session | null;
  /** Begins a session and puts its id on the answer; the one that the browser had before is over. */
  start(record: UserRecord, request: Request, headers: Headers): Session;
  /** Notes that its person has shown something more. */
  add(session: Session, method: { name: string; type?: string }): Session;
  /** Notes that an app has been signed in to. */
  visit(session: Session, clientId: string): void;
  /** Ends the browser's session, if it has one, and gives what it was. */
  end(request: Request, headers: Headers): Session | null;
}

/** Auth0's defaults: three days without use, seven in all. */
const idleLifeMs = 259_200_000;
const wholeLifeMs = 604_800_000;

/** @see https://auth0.com/docs/manage-users/sessions/manage-user-sessions-with-auth0-management-api */
export function openSessions(store: Store, carrier: SessionCarrier): Sessions {
  const iso = (ms: number) => new Date(ms).toISOString();
  const kept = (request: Request) => store.sessions.begun(carrier.read(request) ?? '') ?? null;

  function begin({ profile }: UserRecord, request: Request): Session {
    const at = iso(store.now());
    return {
      id: opaqueValue(24),
      user_id: profile.user_id,
      created_at: at,
      updated_at: at,
      authenticated_at: at,
      idle_expires_at: iso(store.now() + idleLifeMs),
      expires_at: iso(store.now() + wholeLifeMs),
      last_interacted_at: at,
      device: newDevice(request),
      clients: [],
      authentication: { methods: [{ name: 'pwd', timestamp: at }] },
    };
  }

  return {
    of(request) {
      const session = kept(request);
      if (!session) return null;
      const at = iso(store.now());
      const used = {
        ...session,
        updated_at: at,
        last_interacted_at: at,
        idle_expires_at: iso(store.now() + idleLifeMs),
        device: lastSeen(session.device, request),
      };
      store.sessions.put(used);
      return used;
    },
    start(record, request, headers) {
      const before = kept(request);
      if (before) store.sessions.end(before.id);
      const session = begin(record, request);
      store.sessions.put(session);
      carrier.write(headers, session.id);
      return session;
    },
    add(session, method) {
      const methods = [...session.authentication.methods, { ...method, timestamp: iso(store.now()) }];
      const grown = { ...session, authentication: { methods } };
      store.sessions.put(grown);
      return grown;
    },
    visit(session, clientId) {
      if (session.clients.some(({ client_id }) => client_id === clientId)) return;
      store.sessions.put({ ...session, clients: [...session.clients, { client_id: clientId }] });
    },
    end(request, headers) {
      const session = kept(request);
      if (session) store.sessions.end(session.id);
      carrier.write(headers, null);
      return session;
    },
  };
}
