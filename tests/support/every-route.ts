import { routes } from '#contract/api.ts';
import { pathTo, type Route } from '#contract/route.ts';

/** What a route takes besides ids in its path. */
interface Sample {
  query?: object;
  body?: object;
}

/** For each route that needs more than its path: a body and a query that it would take. */
const samples: Readonly<Record<string, Sample>> = {
  leave: { body: { way: 'remove' } },
  previewLink: { query: { with: 'auth0|000000000000000000000001' } },
  linkIdentity: { body: { with: 'auth0|000000000000000000000001' } },
  changeRoles: { body: { roles: ['rol_0000000000000001'], seen: [] } },
  setUserBlocked: { body: { blocked: true } },
  editProfile: { body: { changes: { given_name: 'Jo' }, seen: {} } },
  changeEmail: { body: { email: 'jo@acme.example' } },
  changeUsername: { body: { username: 'jo' } },
  changePhone: { body: { phone_number: '+4930123456' } },
  createUser: { body: { connection: 'Username-Password-Authentication', email: 'jo@acme.example' } },
  setPassword: { body: { password: 'Kestrel-58-orbit' } },
  sendPasswordReset: { body: { application: 'steward-spa' } },
};

/** A well-formed request for a route. */
export interface RouteRequest {
  route: Route;
  params: Record<string, string>;
  query: object;
  body: object | undefined;
  path: string;
  init: RequestInit;
}

/** One well-formed request for every route of the contract: attacks walk them all, the ones to come as well. */
export function everyRoute(userId: string): RouteRequest[] {
  return routes.map((route) => requestFor(route, { userId }));
}

/**
 * The sample request of a route with some of its parts replaced.
 *
 * @param params - by name; one that is left out is `x`.
 */
export function requestFor(
  route: Route,
  params: Record<string, string>,
  parts: Sample = samples[route.name] ?? {},
): RouteRequest {
  const { body, query = {} } = parts;
  if (route.body && !body) throw new Error(`Tell every-route.ts what ${route.name} takes.`);
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  const filled = Object.fromEntries(names.map((name) => [name, params[name] ?? 'x']));
  return {
    route,
    params: filled,
    query,
    body,
    path: pathTo(route, { params: filled, query }),
    init: {
      method: route.method,
      headers: new Headers(body && { 'content-type': 'application/json' }),
      body: body && JSON.stringify(body),
    },
  };
}
