import type { Context, MiddlewareHandler } from 'hono';
import type { World } from '../world.ts';
import type { Fault } from './log-line.ts';

/** One request and what is noted of it on its way. */
export interface Exchange {
  requestId: string;
  route: string;
  upstreamCalls: number;
  problem?: string;
  faults: Fault[];
}

export interface ProxyEnv {
  /** What the run-time tells of a request: the address at the other end of its connection. */
  Bindings: { remoteAddress?: string };
  Variables: { exchange: Exchange };
}

export type ProxyContext = Context<ProxyEnv>;

/** Every answer is JSON for one person and one website: nobody stores, sniffs, frames or embeds it. */
const answerHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000',
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Gives the request its id, the answer its security headers, and the log its line. */
export function observe(world: Pick<World, 'now' | 'log'>): MiddlewareHandler<ProxyEnv> {
  return async (c, next) => {
    const since = performance.now();
    // Our own, whatever the caller sends: it joins audit rows, log lines and Auth0's log, and nobody may choose that.
    const requestId = crypto.randomUUID();
    const exchange: Exchange = { requestId, route: 'none', upstreamCalls: 0, faults: [] };
    c.set('exchange', exchange);
    for (const [name, value] of Object.entries(answerHeaders)) c.header(name, value);
    c.header('x-request-id', requestId);

    await next();

    const { status } = c.res;
    world.log({
      time: new Date(world.now()).toISOString(),
      level: levelOf(status),
      requestId,
      route: exchange.route,
      method: c.req.method,
      status,
      ms: Math.round(performance.now() - since),
      upstreamCalls: exchange.upstreamCalls,
      problem: exchange.problem,
      faults: exchange.faults.length > 0 ? exchange.faults : undefined,
    });
  };
}

function levelOf(status: number): 'info' | 'warn' | 'error' {
  if (status === 500) return 'error';
  return status > 500 || status === 429 ? 'warn' : 'info';
}
