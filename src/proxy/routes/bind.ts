import type * as z from 'zod/mini';
import type { Route } from '#contract/route.ts';
import type { Admin } from '../access/access.ts';
import type { ActRecord } from '../audit/act-record.ts';
import type { MemberScope } from '../scope/member-scope.ts';
import type { Caller } from '../tenant/caller.ts';
import type { StreamedAnswer } from './streamed.ts';

type Schema = z.ZodMiniType;

/** A request that may go on: its admin is known and permitted, its parts are parsed. */
interface Call<Params extends Schema, Query extends Schema, Body extends Schema> {
  admin: Admin;
  params: z.output<Params>;
  query: z.output<Query>;
  body: z.output<Body>;
  /** The admin's, in BCP 47, the most wanted first. */
  languages: readonly string[];
  caller: Caller;
  record: ActRecord;
  /** Why the admin does it, in his own words. */
  reason: string | undefined;
  /** Puts a fault into the request's log line that does not fail the request. */
  report: (error: unknown) => void;
}

/** A request of an admin in one of his organizations. */
export interface ScopedCall<Params extends Schema, Query extends Schema, Body extends Schema>
  extends Call<Params, Query, Body> {
  /** Out of the admin's own profile: all that a handler may know of the organization asked for. */
  organization: string;
  /** Who exists for him there. */
  scope: MemberScope;
}

/** A route and what answers it; the types of its parts are settled by `bind`. */
export type Binding = { route: Route } & (
  | { scoped: true; handle: (call: ScopedCall<Schema, Schema, Schema>) => Promise<unknown> }
  | { scoped: false; handle: (call: Call<Schema, Schema, Schema>) => Promise<unknown> }
);

/** Binds a route that acts within an organization; its permission is checked before the handler runs. */
export function bind<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  route: Route<P, Q, B, R>,
  handle: (call: ScopedCall<P, Q, B>) => Promise<z.input<R>>,
): Binding {
  // The parts were parsed by this very route's schemas.
  return { route, scoped: true, handle: (call) => handle(call as ScopedCall<P, Q, B>) };
}

/** As `bind`, for a route that answers with a stream: see `Route.media`. */
export function bindStream<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  route: Route<P, Q, B, R>,
  handle: (call: ScopedCall<P, Q, B>) => Promise<StreamedAnswer>,
): Binding {
  // The parts were parsed by this very route's schemas.
  return { route, scoped: true, handle: (call) => handle(call as ScopedCall<P, Q, B>) };
}

/** Binds a route that asks only that someone is an admin of some organization. */
export function bindPersonal<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  route: Route<P, Q, B, R>,
  handle: (call: Call<P, Q, B>) => Promise<z.input<R>>,
): Binding {
  // The parts were parsed by this very route's schemas.
  return { route, scoped: false, handle: (call) => handle(call as Call<P, Q, B>) };
}

/**
 * Holds the bindings to the contract: each route once, and none without a permission unless it is personal.
 *
 * @throws Error that names the route.
 */
export function checkBindings(bindings: readonly Binding[], routes: readonly Route[]): void {
  for (const route of routes) {
    const count = bindings.filter((binding) => binding.route === route).length;
    if (count !== 1) throw new Error(`${route.name} is bound ${count} times`);
  }
  for (const { route, scoped } of bindings) {
    if (!routes.includes(route)) throw new Error(`${route.name} is not in the contract`);
    if (scoped !== (route.permission !== null))
      throw new Error(`${route.name} is bound against its permission`);
  }
}
