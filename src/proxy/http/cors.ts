import type { MiddlewareHandler } from 'hono';
import { idempotencyHeader, organizationHeader, reasonHeader } from '#contract/route.ts';
import { Problem } from '../problem.ts';
import type { ProxyEnv } from './exchange.ts';

const ourHeaders = [organizationHeader, reasonHeader, idempotencyHeader];
const allowedHeaders = `authorization, content-type, dpop, ${ourHeaders.join(', ')}`.toLowerCase();
const allowedMethods = 'GET, POST, PUT, PATCH, DELETE';
const exposedHeaders = 'content-disposition, retry-after, www-authenticate, x-request-id';

/** Seconds a browser may remember a preflight's answer. */
const preflightLife = '600';

/**
 * Lets browsers call from the listed origins and from no other; callers that are no browsers send no origin.
 * Nothing is sent with credentials: the token is put in by hand, so no cookie is ever asked for.
 *
 * @throws Problem `origin-refused`
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function cors(allowedOrigins: readonly string[]): MiddlewareHandler<ProxyEnv> {
  const allowed = new Set(allowedOrigins);
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (origin !== undefined && !allowed.has(origin)) throw new Problem('origin-refused');
    if (origin === undefined) return next();
    c.header('access-control-allow-origin', origin);
    c.header('access-control-expose-headers', exposedHeaders);
    if (c.req.method !== 'OPTIONS' || c.req.header('access-control-request-method') === undefined)
      return next();
    c.var.exchange.route = 'preflight';
    c.header('access-control-allow-methods', allowedMethods);
    c.header('access-control-allow-headers', allowedHeaders);
    c.header('access-control-max-age', preflightLife);
    return c.body(null, 204);
  };
}
