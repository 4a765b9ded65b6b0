import { noUsersSeed } from '#mocks/seed/demo-seed.ts';
import { demoPassword, organizationKey, roleNames } from '#mocks/seed/names.ts';
import { roleId } from '#mocks/seed/roles.ts';
import { type Part, stopParts, untilHealthy } from '#mocks/stack/part.ts';
import { createTenant } from '#tenant/tenant.ts';
import { cannedList, listPath } from './canned-list.ts';
import { type Figure, median, withSpread } from './figure.ts';
import { requestsPerSecond } from './load.ts';
import { siteUrl, startMeasuredPart, startProxyPart } from './stack.ts';
import { serveCanned } from './upstream-stub.ts';

const ports = { upstream: 4431, proxy: 4331, bare: 4332 };
const at = (port: number) => `http://localhost:${port}`;
const rounds = 3;
const roundMs = 2500;
const reach = 0.5;

/** Pages of the list per second over HTTP, beside a proxy on the same framework that does nothing but pass on. */
export async function measureThroughput(): Promise<Figure> {
  const tenant = createTenant({ url: at(ports.upstream), seed: noUsersSeed({ spaUrls: [siteUrl] }) });
  const email = 'ada@acme.example';
  tenant.addUser({
    password: demoPassword,
    roles: [roleId(roleNames.administrator)],
    profile: { email, app_metadata: { [organizationKey]: 'Acme' } },
  });
  const upstream = await serveCanned(tenant, await cannedList(), ports.upstream);
  const parts: Part[] = [];
  try {
    parts.push(await startProxyPart(ports.proxy, at(ports.upstream)));
    parts.push(await startBare());
    return figureOf(await race(await tenant.token(email)));
  } finally {
    await stopParts(parts);
    upstream.close();
    upstream.closeAllConnections();
  }
}

async function startBare(): Promise<Part> {
  const bare = startMeasuredPart('bare proxy', 'tests/bench/bare-proxy.ts', [], {
    ...process.env,
    PORT: String(ports.bare),
    UPSTREAM: `${at(ports.upstream)}/api/v2/users`,
  });
  await untilHealthy(bare, `${at(ports.bare)}/healthz`);
  return bare;
}

/** By turns, so that a busy moment of the machine meets both. */
async function race(token: string) {
  const headers = { authorization: `Bearer ${token}` };
  const found: Record<'proxy' | 'bare', number[]> = { proxy: [], bare: [] };
  for (const name of ['proxy', 'bare'] as const) {
    await requestsPerSecond(at(ports[name]) + listPath, headers, roundMs);
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['proxy', 'bare'] as const) {
      found[name].push(await requestsPerSecond(at(ports[name]) + listPath, headers, roundMs));
    }
  }
  return found;
}

function figureOf({ proxy, bare }: Record<'proxy' | 'bare', number[]>): Figure {
  const ratios = proxy.map((rate, round) => rate / (bare[round] ?? Number.NaN));
  const rates = `${median(proxy).toFixed(0)}/s beside ${median(bare).toFixed(0)}/s`;
  return {
    what: 'list page of 50 users, throughput beside a bare proxy',
    measured: `${withSpread(ratios, '×')}: ${rates}`,
    reach: `≥ ${reach} ×`,
    met: median(ratios) >= reach,
    values: { proxy, bare },
  };
}
