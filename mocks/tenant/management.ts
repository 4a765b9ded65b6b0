import { type Context, Hono } from 'hono';
import { verifyManagementToken } from './authentication/management-token.ts';
import { linkBaseFor } from './custom-domain.ts';
import type { Endpoint } from './endpoint.ts';
import { endpointsOf } from './endpoints.ts';
import { errorResponse, ManagementError } from './errors.ts';
import { withFaults } from './fault-injection.ts';
import type { Faults } from './faults.ts';
import { logWrite } from './management-log.ts';
import { readQuery } from './query-params.ts';
import { rateLimiter } from './rate-limit.ts';
import { checkEntitlement, checkScopes, checkUserId, readBody } from './request-checks.ts';
import type { TenantStore } from './store.ts';
import { openUserSearch } from './user-search.ts';

/** A call that the Management API has answered. */
export interface Call {
  method: string;
  /** Below the tenant's url, as it was sent: `/api/v2/users/auth0%7C1`. */
  path: string;
  query: string;
  /** 0 when there was no answer. */
  status: number;
}

export interface Management {
  calls: Call[];
  settle(): void;
  fetch(request: Request): Promise<Response>;
}

const rememberedCalls = 10_000;

/**
 * The Management API of a tenant.
 *
 * @see https://auth0.com/docs/api/management/v2
 */
export function openManagement(store: TenantStore, options: { url: string; faults: Faults }): Management {
  const { url, faults } = options;
  const base = new URL(url).pathname.replace(/\/$/, '');
  const search = openUserSearch(store.peek, faults, store.now);
  const verify = verifyManagementToken(store, url);
  const limits = rateLimiter(faults, store.now);
  const app = new Hono().basePath(`${base}/api/v2`);
  const calls: Call[] = [];

  for (const endpoint of endpointsOf(store, search, faults))
    app.on(endpoint.method, endpoint.path, (context) => serve(endpoint, context));
  app.notFound(() => errorResponse(new ManagementError(404, 'Not Found')));
  app.onError((error) => {
    if (error instanceof ManagementError) return errorResponse(error);
    throw error;
  });

  async function serve(endpoint: Endpoint, context: Context): Promise<Response> {
    const request = context.req.raw;
    const caller = await verify(request);
    if (caller instanceof Response) return caller;
    const taken = limits.take(endpoint.group);
    if (!taken.allowed)
      return errorResponse(new ManagementError(429, taken.message, 'too_many_requests'), taken.headers);
    const response = await run(endpoint, context, request, caller).catch((error: unknown) => {
      if (error instanceof ManagementError) return errorResponse(error);
      throw error;
    });
    for (const [name, value] of Object.entries(taken.headers)) response.headers.set(name, value);
    return response;
  }

  async function run(
    endpoint: Endpoint,
    context: Context,
    request: Request,
    caller: Exclude<Awaited<ReturnType<typeof verify>>, Response>,
  ): Promise<Response> {
    const param = (name: string) => context.req.param(name) ?? '';
    // Before the request is looked at, as Auth0 does; some scopes then allow only a part of the body.
    checkScopes(endpoint, caller, param, {});
    checkEntitlement(endpoint, faults);
    checkUserId(endpoint, param);
    const linkBase = linkBaseFor(endpoint, request, { url, domains: store.seed.customDomains });
    const query = readQuery(endpoint.query ?? {}, new URL(request.url).searchParams);
    const body = await readBody(endpoint, request);
    checkScopes(endpoint, caller, param, body);
    const response = await endpoint.answer({ request, caller, param, query, body, linkBase });
    const { operation } = endpoint;
    if (operation) {
      const answer: unknown = JSON.parse((await response.clone().text()) || '{}');
      logWrite(store, { operation, request, body, caller, status: response.status, answer });
    }
    return response;
  }

  function note(request: Request, status: number): void {
    const { pathname, search: query } = new URL(request.url);
    calls.push({ method: request.method, path: pathname.slice(base.length), query, status });
    if (calls.length > rememberedCalls) calls.shift();
  }

  return {
    calls,
    settle: () => search.settle(),
    async fetch(request) {
      const answered = withFaults(request, faults, store.now, async () => app.fetch(request));
      return answered.then(
        (response) => {
          note(request, response.status);
          return response;
        },
        (error: unknown) => {
          note(request, 0);
          throw error;
        },
      );
    },
  };
}
