import type { EventUser, PostChangePasswordEvent } from './action.ts';
import { addressOf } from './authentication/sign-in-log.ts';
import type { TenantUser, UserRecord } from './model.ts';
import type { Store } from './store.ts';

/** What every trigger tells its Actions. */
export function commonEvent(
  store: Store,
  raw: Request,
  record: UserRecord,
  body: URLSearchParams = new URLSearchParams(),
): PostChangePasswordEvent {
  const { hostname, searchParams } = new URL(raw.url);
  const connection = store.connection(record.profile.identities[0]?.connection ?? '');
  return {
    user: userOf(record.profile),
    connection: {
      id: connection?.id ?? '',
      name: connection?.name ?? '',
      strategy: connection?.strategy ?? '',
      metadata: connection?.metadata ?? {},
    },
    request: {
      ip: addressOf(raw),
      method: raw.method,
      hostname,
      user_agent: raw.headers.get('User-Agent') ?? '',
      query: Object.fromEntries(searchParams),
      body: Object.fromEntries(body),
      geoip: {},
    },
    tenant: { id: hostname.split('.')[0] ?? '' },
    secrets: {},
    configuration: {},
  };
}

function userOf(profile: TenantUser): EventUser {
  const { blocked: _, last_login: __, last_ip: ___, logins_count: ____, ...told } = profile;
  return { ...told, app_metadata: told.app_metadata ?? {}, user_metadata: told.user_metadata ?? {} };
}
