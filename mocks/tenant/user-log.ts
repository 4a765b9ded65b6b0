import type { EndpointCall } from './endpoint.ts';
import type { TenantUser } from './model.ts';
import type { Store } from './store.ts';

/**
 * The entry about a user that a call leaves beside its own `sapi`.
 *
 * @param type - Auth0's event code.
 * @see https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes
 */
export function logUserEvent(
  store: Store,
  { request, caller }: EndpointCall,
  profile: TenantUser,
  type: string,
  details?: object,
): void {
  store.addLog({
    type,
    description: '',
    ...connectionFacts(store, profile.identities[0]?.connection),
    client_id: caller.clientId,
    client_name: store.client(caller.clientId)?.name ?? '',
    ip: '127.0.0.1',
    user_agent: request.headers.get('User-Agent') ?? '',
    user_id: profile.user_id,
    user_name: profile.email ?? profile.username ?? profile.phone_number ?? profile.name,
    ...(details && { details }),
  });
}

/** What an entry says of the connection; empty text where there is none. */
export function connectionFacts(store: Store, name = '') {
  const { id = '', strategy = '' } = store.connection(name) ?? {};
  return { connection: id && name, connection_id: id, strategy, strategy_type: strategyType(strategy) };
}

function strategyType(strategy: string): string {
  if (strategy === 'auth0') return 'database';
  return strategy === 'email' || strategy === 'sms' ? 'passwordless' : '';
}

/** Nothing but this API changes these, so the entries come from here. Auth0 has none for other attributes. */
const changeTypes = [
  ['email', 'sce'],
  ['username', 'scu'],
  ['phone_number', 'scpn'],
] as const;

/** @param hasNewPassword - a password is no part of the profile. */
export function logUserChanges(
  store: Store,
  call: EndpointCall,
  before: TenantUser,
  after: TenantUser,
  hasNewPassword: boolean,
): void {
  for (const [name, type] of changeTypes)
    if (after[name] !== before[name]) logUserEvent(store, call, after, type);
  if (hasNewPassword) logUserEvent(store, call, after, 'scp');
}
