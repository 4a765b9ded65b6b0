import { expect, it } from 'vitest';
import { createTenant } from '#tenant/tenant.ts';
import { demoPeople, demoSeed } from './demo-seed.ts';
import {
  audience,
  managementScopes,
  organizationKey,
  organizationNames,
  proxyClientId,
  proxyClientSecret,
} from './names.ts';

const url = 'http://localhost:4400';

function startTenant(size?: number) {
  return createTenant({ url, seed: demoSeed({ spaUrls: ['http://localhost:4200'], size }) });
}
type Tenant = ReturnType<typeof startTenant>;

async function managementToken(tenant: Tenant): Promise<string> {
  const response = await tenant.fetch(
    new Request(`${url}/oauth/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: proxyClientId,
        client_secret: proxyClientSecret,
        audience: `${url}/api/v2/`,
      }),
    }),
  );
  const { access_token } = await response.json();
  return access_token;
}

async function search(tenant: Tenant, parameters: Record<string, string>) {
  const query = new URLSearchParams({ search_engine: 'v3', include_totals: 'true', ...parameters });
  const headers = { Authorization: `Bearer ${await managementToken(tenant)}` };
  return (await tenant.fetch(new Request(`${url}/api/v2/users?${query}`, { headers }))).json();
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

function membersOf(organization: string): string {
  return `app_metadata.${organizationKey}:"${organization.replace(/["\\]/g, '\\$&')}"`;
}

it.each(demoPeople.filter(({ note }) => !note?.includes('blocked')))(
  'gives $name a token with what the role allows',
  async ({ email, role }) => {
    const { aud, permissions } = claimsOf(await startTenant(25).token(email));

    expect([aud].flat()).toContain(audience);
    expect(permissions).toEqual(role === '' ? [] : expect.arrayContaining(['read:users']));
  },
);

it('leaves managing organizations to the vendor alone', async () => {
  const tenant = startTenant(25);

  const vendor = claimsOf(await tenant.token('vera@orbit.example'));
  const administrator = claimsOf(await tenant.token('ada@acme.example'));

  expect(vendor.permissions).toContain('manage:organizations');
  expect(administrator.permissions).toHaveLength(12);
});

it('gives a blocked former admin no token', async () => {
  await expect(startTenant(25).token('boris@acme.example')).rejects.toThrow('blocked');
});

it('gives the proxy the scopes it needs and no others', async () => {
  const { scope } = claimsOf(await managementToken(startTenant(25)));

  expect(String(scope).split(' ').sort()).toEqual([...managementScopes].sort());
});

it.each([
  [organizationNames.acme, 64],
  [organizationNames.acmeLabs, 18],
  [organizationNames.lowerAcme, 4],
  [organizationNames.globex, 1300],
  [organizationNames.difficult, 9],
  [organizationNames.japanese, 12],
  [organizationNames.empty, 0],
])('finds exactly the members of %s', async (organization, total) => {
  expect(await search(startTenant(), { q: membersOf(organization) })).toMatchObject({ total });
});

it('finds all members of a large organization', async () => {
  const found = await search(startTenant(5000), {
    q: membersOf(organizationNames.acme),
    sort: 'created_at:-1',
  });

  expect(found).toMatchObject({ total: 5000, start: 0 });
  expect(found.users).toHaveLength(50);
});
