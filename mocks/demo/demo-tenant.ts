import { demoSeed } from '#mocks/seed/demo-seed.ts';
import { storageCarrier } from '#tenant/authentication/session-carrier.ts';
import type { Faults } from '#tenant/faults.ts';
import { roomyStorage } from '#tenant/roomy-storage.ts';
import { createTenant, type Tenant } from '#tenant/tenant.ts';
import { browserStorage } from './browser-storage.ts';
import { type DemoSettings, readDemoSettings } from './demo-settings.ts';
import { shippedActions } from './shipped-actions.ts';

/** The demo's address, with a slash at its end, whichever of its pages asks. */
export function demoBase(): URL {
  const { origin, pathname } = window.location;
  const inTenant = pathname.search(/\/tenant\/(authorize|continue|u\/|v2\/|oidc\/)/);
  if (inTenant >= 0) return new URL(pathname.slice(0, inTenant + 1), origin);
  return new URL('.', document.baseURI);
}

const prefix = () => `steward-demo:${demoBase().pathname}`;

function faultsOf(settings: DemoSettings): Partial<Faults> {
  const trouble = {
    none: {},
    'rate-limit': { plan: 'free' },
    'some-fail': { failRate: 0.3, failWith: { kind: 'status', status: 503 } },
    down: { failRate: 1, failWith: { kind: 'drop' } },
  } as const satisfies Record<DemoSettings['trouble'], Partial<Faults>>;
  return {
    plan: 'none',
    failRate: 0,
    latencyMs: settings.latency,
    searchLagMs: settings.lag,
    ...trouble[settings.trouble],
  };
}

/** The tenant of this page. Every page of the demo makes its own; they agree through the browser's storage. */
export function createDemoTenant(settings = readDemoSettings()): Tenant {
  const base = demoBase();
  const storage = roomyStorage(browserStorage(prefix()));
  return createTenant({
    url: new URL('tenant', base).href,
    seed: demoSeed({ spaUrls: [base.href.replace(/\/$/, '')], size: settings.size, now: Date.now() }),
    storage,
    session: storageCarrier(storage),
    faults: faultsOf(settings),
    actions: shippedActions,
  });
}

export function setFaults(tenant: Tenant, settings: DemoSettings): void {
  Object.assign(tenant.faults, faultsOf(settings));
}
