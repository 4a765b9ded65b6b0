import type { Hono } from 'hono';
import { Problem } from '../problem.ts';
import type { World } from '../world.ts';
import type { ProxyEnv } from './exchange.ts';

/** How long an answer about the tenant serves everyone who asks: probes come from many places. */
const lifeMs = 5_000;

const timeoutMs = 2_000;

/** `/healthz`: the process answers. `/readyz`: it can also reach the tenant, whose keys every request needs. */
export function addHealth(app: Hono<ProxyEnv>, tenantUrl: string, world: Pick<World, 'fetch' | 'now'>): void {
  let checked: { at: number; reachable: Promise<boolean> } | null = null;

  function reachable(): Promise<boolean> {
    const now = world.now();
    if (!checked || now < checked.at || now - checked.at >= lifeMs) {
      checked = { at: now, reachable: reach(tenantUrl, world.fetch) };
    }
    return checked.reachable;
  }

  app.get('/healthz', (c) => {
    c.var.exchange.route = 'healthz';
    return c.json({ status: 'alive' });
  });
  app.get('/readyz', async (c) => {
    c.var.exchange.route = 'readyz';
    if (!(await reachable())) throw new Problem('auth0-unavailable', { retryAfterSeconds: 5 });
    return c.json({ status: 'ready' });
  });
}

async function reach(tenantUrl: string, fetch: World['fetch']): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(`${tenantUrl}/.well-known/jwks.json`, { redirect: 'manual', signal });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
