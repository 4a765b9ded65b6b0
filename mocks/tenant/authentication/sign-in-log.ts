import type { Client, TenantUser } from '../model.ts';
import type { Store } from '../store.ts';
import { connectionFacts } from '../user-log.ts';

/** What the authentication endpoints tell the tenant log. */
export interface LoggedEvent {
  /** Auth0's event code, such as `s` or `fp`. */
  type: string;
  client?: Client;
  user?: TenantUser;
  /** What was typed, when no such user exists. */
  identifier?: string;
  connection?: string;
  description?: string;
  audience?: string;
  scope?: string;
}

/**
 * Writes an entry in the shape of Auth0's tenant log.
 *
 * @see https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes
 */
export function logEvent(store: Store, request: Request, event: LoggedEvent): void {
  const { type, client, user, description = '', audience, scope } = event;
  store.addLog({
    type,
    description,
    ...connectionFacts(store, event.connection ?? user?.identities[0]?.connection),
    client_id: client?.client_id ?? '',
    client_name: client?.name ?? '',
    ip: addressOf(request),
    user_agent: request.headers.get('User-Agent') ?? '',
    hostname: new URL(request.url).host,
    user_id: user?.user_id,
    user_name: user?.email ?? user?.username ?? event.identifier ?? '',
    audience,
    scope,
  });
}

/** The address a request comes from, as the server in front says; a page that runs the tenant itself is at home. */
export function addressOf(request: Request): string {
  return request.headers.get('X-Forwarded-For')?.split(',')[0]?.trim() || '127.0.0.1';
}
