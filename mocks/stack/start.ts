import { build } from 'vite';
import { demoPeople } from '#mocks/seed/demo-seed.ts';
import { audience, proxyClientId, proxyClientSecret, spaClientId } from '#mocks/seed/names.ts';
import { type Part, startPart, stopParts, untilHealthy } from './part.ts';
import { peopleTable } from './people-table.ts';
import { assertFree, portFrom } from './ports.ts';
import { listen, staticSite } from './static-site.ts';

const ports = readOrExit(() => ({
  spa: portFrom('SPA_PORT', 4200),
  proxy: portFrom('PROXY_PORT', 4300),
  tenant: portFrom('TENANT_PORT', 4400),
}));
const at = (port: number) => `http://localhost:${port}`;
const builtIn = !process.env.AUTH0_DOMAIN;
const parts: Part[] = [];

function readOrExit<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

/** The proxy's environment: the vendor's own, or the built-in tenant's. */
function proxyEnvironment(): NodeJS.ProcessEnv {
  const given = { ...process.env, PORT: String(ports.proxy) };
  const origins = process.env.STEWARD_ALLOWED_ORIGINS ?? at(ports.spa);
  if (!builtIn) return { ...given, STEWARD_ALLOWED_ORIGINS: origins };
  return {
    ...given,
    AUTH0_DOMAIN: at(ports.tenant),
    AUTH0_CLIENT_ID: proxyClientId,
    AUTH0_CLIENT_SECRET: proxyClientSecret,
    STEWARD_AUDIENCE: audience,
    STEWARD_CLIENT_IDS: spaClientId,
    STEWARD_ALLOWED_ORIGINS: origins,
    STEWARD_POLICY: process.env.STEWARD_POLICY ?? 'mocks/demo/policy.ts',
    STEWARD_CURSOR_SECRET: 'made up: for the built-in tenant on this machine',
  };
}

function siteConfiguration(environment: NodeJS.ProcessEnv) {
  return {
    domain: environment.AUTH0_DOMAIN,
    clientId: environment.STEWARD_CLIENT_IDS?.split(',')[0]?.trim(),
    audience: environment.STEWARD_AUDIENCE,
    proxy: `${at(ports.proxy)}/api`,
    history: 'browser',
    refreshTokens: true,
    dpop: environment.STEWARD_DPOP === 'required',
  };
}

async function startTenant() {
  const actions = ['require-own-password', 'ask-second-factor', 'tell-sign-in', 'forget-invitation'];
  const files = actions.map((name) => `src/auth0/${name}.cjs`).join(',');
  const args = ['--port', String(ports.tenant), '--spa', at(ports.spa), '--actions', files];
  const tenant = startPart('tenant', 'mocks/tenant/node.ts', args, process.env);
  parts.push(tenant);
  await untilHealthy(tenant, `${at(ports.tenant)}/.well-known/openid-configuration`);
}

async function startProxy(environment: NodeJS.ProcessEnv) {
  const proxy = startPart('proxy', 'src/proxy/node.ts', [], environment);
  parts.push(proxy);
  await untilHealthy(proxy, `${at(ports.proxy)}/readyz`);
}

async function startSite(environment: NodeJS.ProcessEnv) {
  const domain = environment.AUTH0_DOMAIN ?? '';
  const tenant = /^https?:/.test(domain) ? new URL(domain).origin : `https://${domain}`;
  const site = staticSite('dist', siteConfiguration(environment), { proxy: at(ports.proxy), tenant });
  await listen(site, ports.spa);
}

function greet() {
  console.log(`\n  Steward is ready: open ${at(ports.spa)}\n`);
  console.log(`  proxy   ${at(ports.proxy)}/api    (OpenAPI: ${at(ports.proxy)}/api/openapi.json)`);
  if (builtIn) {
    console.log(`  tenant  ${at(ports.tenant)}    built in, since AUTH0_DOMAIN is not set`);
    console.log(
      `  mail    ${at(ports.tenant)}/_control/mails    what people are sent: invitations, resets\n`,
    );
    console.log(peopleTable(demoPeople));
  } else {
    console.log(`  tenant  ${process.env.AUTH0_DOMAIN}\n`);
  }
  console.log('\n  Ctrl-C stops everything.');
}

async function stop(code: number): Promise<never> {
  await stopParts(parts);
  process.exit(code);
}

async function start() {
  await assertFree(ports.spa, 'app', 'SPA_PORT');
  await assertFree(ports.proxy, 'proxy', 'PROXY_PORT');
  if (builtIn) await assertFree(ports.tenant, 'tenant', 'TENANT_PORT');
  const environment = proxyEnvironment();
  const building = build({ logLevel: 'warn' });
  if (builtIn) await startTenant();
  await Promise.all([startProxy(environment), building]);
  await startSite(environment);
  greet();
  for (const part of parts) {
    part.process.once('exit', () => {
      console.error(`The ${part.name} has stopped.\n${part.lastWords()}`);
      void stop(1);
    });
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const part of parts) part.process.removeAllListeners('exit');
    void stop(0);
  });
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  void stop(1);
});
