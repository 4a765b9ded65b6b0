import type * as z from 'zod/mini';
import type { deviceCredential, refreshToken, session } from '#contract/security.ts';
import type { Auth0DeviceCredential, Auth0RefreshToken, Auth0Session } from '../../tenant/answers-access.ts';

/** The name of an application by its client id; undefined for one that may not be named. */
export type NameOf = (clientId: string | undefined) => string | undefined;

/** What an admin sees of a session: never its cookie, its metadata, or how it was authenticated. */
export function sessionView(nameOf: NameOf) {
  return (one: Auth0Session): z.input<typeof session> => ({
    id: one.id,
    authenticated_at: one.authenticated_at,
    last_interacted_at: one.last_interacted_at,
    expires_at: earlier(one.idle_expires_at, one.expires_at),
    applications: namesOf(one, nameOf),
    ...deviceOf(one),
  });
}

export function refreshTokenView(nameOf: NameOf) {
  return (one: Auth0RefreshToken): z.input<typeof refreshToken> => ({
    id: one.id,
    application: nameOf(one.client_id),
    session_id: one.session_id,
    created_at: one.created_at,
    last_exchanged_at: one.last_exchanged_at,
    expires_at: earlier(one.idle_expires_at, one.expires_at),
    ...deviceOf(one),
  });
}

export function deviceCredentialView(nameOf: NameOf) {
  return (one: Auth0DeviceCredential): z.input<typeof deviceCredential> => ({
    id: one.id,
    device_name: one.device_name,
    application: nameOf(one.client_id),
    type: one.type,
  });
}

function namesOf({ clients = [] }: Auth0Session, nameOf: NameOf): string[] {
  const names = clients.flatMap(({ client_id }) => nameOf(client_id) ?? []);
  return [...new Set(names)];
}

/** Where it was used last; where it began, when nothing later is known. */
function deviceOf({ device }: Pick<Auth0Session, 'device'>) {
  return {
    ip: device?.last_ip ?? device?.initial_ip,
    user_agent: device?.last_user_agent ?? device?.initial_user_agent,
  };
}

/** ISO 8601 in UTC sorts as text. */
function earlier(one: string | undefined, other: string | undefined): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one < other ? one : other;
}
