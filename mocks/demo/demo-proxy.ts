import {
  audience,
  organizationKey,
  proxyClientId,
  proxyClientSecret,
  spaClientId,
} from '#mocks/seed/names.ts';
import { createProxy, startServices } from '#proxy/app.ts';
import type { ProxyConfig } from '#proxy/config.ts';
import { startSweeping } from '#proxy/leaving/start-sweeping.ts';
import type { World } from '#proxy/world.ts';
import type { Tenant } from '#tenant/tenant.ts';
import { createDemoAudit } from './demo-audit.ts';
import { demoBase } from './demo-tenant.ts';
import { policy } from './policy.ts';

/** The real proxy, in the page. Its world ends at the tenant of the page: nothing leaves the browser. */
export function createDemoProxy(tenant: Tenant) {
  const base = demoBase();
  const config: ProxyConfig = {
    auth0: { url: tenant.url, clientId: proxyClientId, clientSecret: proxyClientSecret },
    audience,
    clientIds: [spaClientId],
    organizationKey,
    allowedOrigins: [base.origin],
    policy,
    cursorSecret: 'made up: the demo has nothing to hide from itself',
    basePath: new URL('api', base).pathname,
  };
  const world: World = {
    fetch: (input, init) => tenant.fetch(new Request(input, init)),
    now: Date.now,
    audit: createDemoAudit(),
    log: () => {},
  };
  const services = startServices(config, world);
  startSweeping(services);
  return createProxy(config, world, services);
}
