import type { Client, Seed, TenantUser, UserRecord } from '#tenant/model.ts';
import { createTenant, type Tenant } from '#tenant/tenant.ts';

const url = 'https://tenant.example';

const client: Client = {
  client_id: 'proxy',
  client_secret: 'secret',
  name: 'Proxy',
  app_type: 'non_interactive',
  callbacks: [],
  allowed_logout_urls: [],
  web_origins: [],
  grant_types: ['client_credentials'],
  token_endpoint_auth_method: 'client_secret_post',
  grants: { [`${url}/api/v2/`]: ['read:users'] },
};

/** Asks the tenant's user search. Throws its answer when it refuses. */
export type Ask = (parameters: object) => Promise<{ users: TenantUser[]; total: number; start: number }>;

/** A tenant with these users and nothing else, and a way to search it. */
export async function startSearchableTenant(users: UserRecord[]): Promise<{ tenant: Tenant; ask: Ask }> {
  const seed: Seed = {
    clients: [client],
    connections: [],
    resourceServers: [],
    roles: [],
    organizations: [],
    users,
  };
  const tenant = createTenant({ url, seed });
  const grant = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: client.client_id,
    client_secret: 'secret',
    audience: `${url}/api/v2/`,
  });
  const answer = await tenant.fetch(new Request(`${url}/oauth/token`, { method: 'POST', body: grant }));
  const { access_token: token } = await answer.json();

  const ask: Ask = async (parameters) => {
    const address = new URL(`${url}/api/v2/users`);
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, String(value));
    const headers = { authorization: `Bearer ${token}` };
    const response = await tenant.fetch(new Request(address, { headers }));
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  };
  return { tenant, ask };
}
