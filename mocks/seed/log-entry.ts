import type { LogEntry, Organization, TenantUser } from '#tenant/model.ts';
import { drawAddress } from './circumstances.ts';
import { connections, identityKinds } from './connections.ts';
import { type places, userAgents } from './log-places.ts';
import { canary, productAudience, productClients, spaClientId } from './names.ts';
import { hashOf, type Random } from './random.ts';

export interface LogEvent {
  /** Epoch milliseconds. */
  at: number;
  /** Auth0's event code. */
  type: string;
  description?: string;
  /** Where it came from, when that is known; else from home, mostly. */
  ip?: string;
}

/** What the entries of one user share. */
export interface Surroundings {
  home: string;
  place: (typeof places)[number];
  /** Through any of these he may have signed in. */
  organizations: readonly Organization[];
}

/**
 * One entry, with all that Auth0 tells, wanted or not.
 *
 * @see https://auth0.com/docs/deploy-monitor/logs/log-event-type-codes
 */
export function entryOf(random: Random, user: TenantUser, event: LogEvent, around: Surroundings): LogEntry {
  const log_id = logId(user, event);
  const agent = random.pick(userAgents);
  const isAtHome = random.chance(0.8) && event.ip === undefined;
  return {
    _id: log_id,
    log_id,
    date: new Date(event.at).toISOString(),
    type: event.type,
    description: event.description ?? '',
    ...connectionPart(user),
    ...organizationPart(random, around.organizations),
    ...clientPart(random),
    ip: event.ip ?? (isAtHome ? around.home : drawAddress(random)),
    hostname: 'login.orbit.example',
    user_id: user.user_id,
    user_name: user.email ?? user.phone_number ?? user.username ?? '',
    user_agent: agent.text,
    isMobile: agent.isMobile,
    // Auth0 does not know every address.
    location_info: isAtHome ? around.place : null,
    audience: productAudience,
    scope: event.type === 's' ? 'openid profile email' : null,
    security_context: { ja3: random.hex(32), ja4: `t13d1516h2_${random.hex(12)}` },
    details: {
      session_id: `${canary}-${random.hex(8)}`,
      stats: { loginsCount: user.logins_count ?? 0 },
      prompts: [{ name: 'prompt-authenticate', elapsedTime: random.between(900, 30_000) }],
    },
  };
}

function connectionPart({ identities: [primary] }: TenantUser) {
  const connection = connections.find(({ name }) => name === primary?.connection);
  return {
    connection: connection?.name ?? '',
    connection_id: connection?.id ?? '',
    strategy: connection?.strategy ?? '',
    strategy_type: connection ? identityKinds[connection.name].type : '',
  };
}

/** A person of several customers signs in through one or another; a login without any leaves empty text. */
function organizationPart(random: Random, organizations: readonly Organization[]) {
  if (organizations.length === 0 || random.chance(0.4)) return { organization_id: '', organization_name: '' };
  const { id, name } = random.pick(organizations);
  return { organization_id: id, organization_name: name };
}

function clientPart(random: Random) {
  const { portal, mobile } = productClients;
  const client = random.pick([portal, portal, portal, mobile, { id: spaClientId, name: 'Steward' }]);
  return { client_id: client.id, client_name: client.name };
}

/** Sixty digits: the time, then what tells this entry from others of the same moment. */
function logId(user: TenantUser, { at, type }: LogEvent): string {
  const time = new Date(at).toISOString().replace(/\D/g, '');
  const rest =
    String(hashOf(`${user.user_id} ${type}`)).padStart(10, '0') +
    String(hashOf(user.user_id)).padStart(10, '0');
  return `900${time}${rest}`.padEnd(60, '0');
}
