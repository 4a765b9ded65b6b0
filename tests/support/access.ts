import { proxyClientId, proxyClientSecret } from '#mocks/seed/names.ts';
import type { DeviceCredential, RefreshToken, Session } from '#tenant/model.ts';
import type { Tenant } from '#tenant/tenant.ts';

const device = {
  initial_ip: '192.0.2.1',
  initial_user_agent: 'First browser',
  last_ip: '192.0.2.2',
  last_user_agent: 'Last browser',
  last_asn: 'CANARY',
};

const times = {
  created_at: '2026-09-28T12:00:00.000Z',
  idle_expires_at: '2026-10-04T11:00:00.000Z',
  expires_at: '2026-10-07T12:00:00.000Z',
};

/** A session that was used on the day before the tests' clock. */
export function session(user_id: string, id: string, clientId = 'orbit-portal'): Session {
  return {
    id,
    user_id,
    ...times,
    updated_at: '2026-09-30T11:00:00.000Z',
    authenticated_at: '2026-09-28T12:00:00.000Z',
    last_interacted_at: '2026-09-30T11:00:00.000Z',
    device,
    clients: [{ client_id: clientId }],
    authentication: { methods: [{ name: 'pwd', timestamp: '2026-09-28T12:00:00.000Z' }] },
    cookie: { mode: 'CANARY' },
    session_metadata: { note: 'CANARY' },
  };
}

export function refreshToken(user_id: string, id: string, session_id: string | null = null): RefreshToken {
  return {
    id,
    user_id,
    client_id: 'orbit-mobile',
    session_id,
    ...times,
    last_exchanged_at: '2026-09-30T11:00:00.000Z',
    rotating: true,
    resource_servers: [{ audience: 'CANARY', scopes: 'CANARY' }],
    device,
  };
}

export function deviceKey(user_id: string, id: string): DeviceCredential {
  return {
    id,
    type: 'public_key',
    user_id,
    client_id: 'orbit-mobile',
    device_name: 'Old phone',
    device_id: 'CANARY',
  };
}

/** Ids of what lives of a person, by the tenant's own word: sessions, refresh tokens, then keys of devices. */
export async function livingAccess(tenant: Tenant, userId: string): Promise<string[]> {
  const headers = { authorization: `Bearer ${await managementToken(tenant)}` };
  const ask = async (path: string) =>
    (await tenant.fetch(new Request(`${tenant.url}/api/v2${path}`, { headers }))).json();
  const user = encodeURIComponent(userId);
  const { sessions } = await ask(`/users/${user}/sessions`);
  const { tokens } = await ask(`/users/${user}/refresh-tokens`);
  const keys = await ask(`/device-credentials?user_id=${user}&type=public_key`);
  return [...sessions, ...tokens, ...keys].map(({ id }: { id: string }) => id);
}

async function managementToken(tenant: Tenant): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: proxyClientId,
    client_secret: proxyClientSecret,
    audience: `${tenant.url}/api/v2/`,
  });
  const answer = await tenant.fetch(new Request(`${tenant.url}/oauth/token`, { method: 'POST', body }));
  return (await answer.json()).access_token;
}
