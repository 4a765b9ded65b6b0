import { siteHeaders } from '#app/hosting/site-headers.ts';
import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import {
  audience,
  demoPassword,
  organizationKey,
  proxyClientId,
  proxyClientSecret,
  roleNames,
  spaClientId,
} from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { staticSite } from '#mocks/stack/static-site.ts';
import { createProxy } from '#proxy/app.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { definePolicy, type PolicyInput } from '#proxy/policy/policy.ts';
import type { Seed, TenantUser } from '#tenant/model.ts';
import { createTenant, type NewUser } from '#tenant/tenant.ts';
import { siteFolder } from '#tests/browser/build-site.ts';
import { type Incoming, openPort } from './port.ts';

/** What happens on the way to a server; `pass` asks it. */
export type Way = (
  request: Request,
  pass: (request?: Request) => Promise<Response>,
  incoming: Incoming,
) => Promise<Response>;

export const straight: Way = (_, pass) => pass();

export interface ServedOptions {
  policy?: PolicyInput;
  seed?: (seed: Seed) => Seed;
  /** Of everyone, unless said otherwise. */
  organization?: string;
}

export type ServedApp = Awaited<ReturnType<typeof serveApp>>;

/**
 * The built app, the real proxy and an emulated tenant in this process, each on an origin of its own as in production.
 * The ways from the browser to each may be changed at any time.
 */
export async function serveApp({
  policy = {},
  seed = (plain) => plain,
  organization = 'Acme',
}: ServedOptions = {}) {
  const ports = {
    site: await openPort(),
    bare: await openPort(),
    proxy: await openPort(),
    tenant: await openPort(),
  };
  const ways = { site: straight, proxy: straight, tenant: straight };
  const spaUrls = [`${ports.site.origin}/`, `${ports.bare.origin}/`];
  const tenant = createTenant({ url: ports.tenant.origin, seed: seed(noUsersSeed({ spaUrls })) });
  const audit = createMemoryAudit();
  const proxy = createProxy(
    {
      auth0: { url: tenant.url, clientId: proxyClientId, clientSecret: proxyClientSecret },
      audience,
      clientIds: [spaClientId],
      organizationKey,
      allowedOrigins: [ports.site.origin, ports.bare.origin],
      policy: definePolicy(policy),
      cursorSecret: 'made up for tests: it is long enough',
      basePath: '/api',
      limits: { creationMs: 0, requestsPerAdmin: 0, requestsPerOrganization: 0 },
    },
    { fetch: (input, init) => tenant.fetch(new Request(input, init)), now: Date.now, audit, log: () => {} },
  );
  const configuration = {
    domain: tenant.url,
    clientId: spaClientId,
    audience,
    proxy: `${ports.proxy.origin}/api`,
    history: 'browser',
    refreshTokens: true,
  };
  const origins = { proxy: ports.proxy.origin, tenant: tenant.url };
  const site = staticSite(siteFolder, configuration, origins);

  ports.site.answerWith((request, incoming) =>
    ways.site(request, async (asked = request) => site.fetch(asked), incoming),
  );
  ports.bare.answerWith(async (request) => withoutPolicies(await site.fetch(request)));
  ports.proxy.answerWith((request, incoming) =>
    ways.proxy(request, async (asked = request) => proxy.fetch(asked), incoming),
  );
  ports.tenant.answerWith((request, incoming) =>
    ways.tenant(request, (asked = request) => tenant.fetch(asked), incoming),
  );

  function addPerson(profile: Partial<TenantUser> = {}, record: Omit<NewUser, 'profile'> = {}): TenantUser {
    return tenant.addUser({
      password: demoPassword,
      ...record,
      profile: { app_metadata: { [organizationKey]: organization }, ...profile },
    });
  }
  const admin = addPerson(
    { name: 'Ada Admin', email: 'ada@acme.example' },
    { roles: [roleId(roleNames.administrator)] },
  );

  return {
    site: ports.site.origin,
    /** Where the app shows the organization. */
    home: `/o/${encodeURIComponent(organization)}`,
    /** The same app from a host that sends none of its headers. */
    bareSite: ports.bare.origin,
    proxy: `${ports.proxy.origin}/api`,
    tenant,
    audit,
    ways,
    admin,
    addPerson,
    origins: [ports.site.origin, ports.bare.origin, ports.proxy.origin, tenant.url],
    stop: () => Object.values(ports).map((port) => port.close()),
  };
}

function withoutPolicies(response: Response): Response {
  const bare = new Response(response.body, response);
  for (const name of Object.keys(siteHeaders({ proxy: '', tenant: '' }))) bare.headers.delete(name);
  return bare;
}
