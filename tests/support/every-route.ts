import { pathTo, type Route } from '#contract/route.ts';
import { routes } from '#contract/api.ts';

/** A body that each route with one would take. */
const bodies = new Map<string, object>([['setUserBlocked', { blocked: true }]]);

/** One well-formed request for every route of the contract: attacks walk them all, the ones to come as well. */
export function everyRoute(userId: string): { route: Route; path: string; init: RequestInit }[] {
  return routes.map((route) => {
    const body = bodies.get(route.name);
    if (route.body && !body) throw new Error(`Tell every-route.ts what ${route.name} takes.`);
    return {
      route,
      path: pathTo(route, { params: { userId } }),
      init: {
        method: route.method,
        headers: new Headers(body && { 'content-type': 'application/json' }),
        body: body && JSON.stringify(body),
      },
    };
  });
}
