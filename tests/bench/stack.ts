import type { Hono } from 'hono';
import { audience, proxyClientId, proxyClientSecret, spaClientId } from '#mocks/seed/names.ts';
import { type Part, startPart, stopParts, untilHealthy } from '#mocks/stack/part.ts';
import { assertFree } from '#mocks/stack/ports.ts';
import { listen, staticSite } from '#mocks/stack/static-site.ts';
import { siteFolder } from './build-size.ts';

/** Neither of `npm start` nor of the journeys: a stack that someone is using stays as it is. */
const ports = { site: 4230, proxy: 4330, tenant: 4430 };
const at = (port: number) => `http://localhost:${port}`;

export const siteUrl = at(ports.site);
export const proxyUrl = at(ports.proxy);

/** A server in a process of its own, which never outlives the measurement. */
export function startMeasuredPart(...words: Parameters<typeof startPart>): Part {
  const part = startPart(...words);
  process.once('exit', () => part.process.kill('SIGKILL'));
  return part;
}

/** The production proxy in a process of its own. */
export async function startProxyPart(port: number, tenantUrl: string): Promise<Part> {
  await assertFree(port, 'proxy', 'PORT');
  const proxy = startMeasuredPart('proxy', 'src/proxy/node.ts', [], {
    ...process.env,
    PORT: String(port),
    AUTH0_DOMAIN: tenantUrl,
    AUTH0_CLIENT_ID: proxyClientId,
    AUTH0_CLIENT_SECRET: proxyClientSecret,
    STEWARD_AUDIENCE: audience,
    STEWARD_CLIENT_IDS: spaClientId,
    STEWARD_ALLOWED_ORIGINS: siteUrl,
    STEWARD_POLICY: 'mocks/demo/policy.ts',
    STEWARD_AUDIT_URL: 'file:tests/.output/bench-audit.db',
    STEWARD_CURSOR_SECRET: 'made up: for the tenant of this measurement',
    // One admin asks as fast as he can.
    STEWARD_REQUESTS_PER_SECOND: '0,0',
  });
  await untilHealthy(proxy, `${at(port)}/readyz`);
  return proxy;
}

async function startTenantPart(): Promise<Part> {
  await assertFree(ports.tenant, 'tenant', 'TENANT_PORT');
  const args = ['--port', String(ports.tenant), '--spa', siteUrl];
  const tenant = startMeasuredPart('tenant', 'mocks/tenant/node.ts', args, process.env);
  await untilHealthy(tenant, `${at(ports.tenant)}/.well-known/openid-configuration`);
  return tenant;
}

function site(): Hono {
  const configuration = {
    domain: at(ports.tenant),
    clientId: spaClientId,
    audience,
    proxy: `${proxyUrl}/api`,
    history: 'browser',
    refreshTokens: true,
  };
  return staticSite(siteFolder, configuration, { proxy: proxyUrl, tenant: at(ports.tenant) });
}

/** The whole of Steward on this machine, each part on its own port; the site must have been built. */
export async function startStack(): Promise<{ stop: () => Promise<void> }> {
  const parts: Part[] = [];
  try {
    await assertFree(ports.site, 'app', 'SPA_PORT');
    parts.push(await startTenantPart());
    parts.push(await startProxyPart(ports.proxy, at(ports.tenant)));
    const server = await listen(site(), ports.site);
    return {
      async stop() {
        server.close();
        await stopParts(parts);
      },
    };
  } catch (error) {
    await stopParts(parts);
    throw error;
  }
}
