import type * as z from 'zod/mini';
import type { Permission } from './permission.ts';
import type { ProblemType } from './problem.ts';

type Schema = z.ZodMiniType;

/** One operation of the Steward API. What is left out does not exist: a route without `body` accepts none. */
export interface Route<
  Params extends Schema = Schema,
  Query extends Schema = Schema,
  Body extends Schema = Schema,
  Response extends Schema = Schema,
> {
  /** The OpenAPI `operationId`. */
  name: string;
  summary: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the API's base; `:name` stands for one path segment. */
  path: `/${string}`;
  params?: Params;
  query?: Query;
  body?: Body;
  response: Response;
  /** Media types of which the answer is one, sent while it is made, instead of JSON; `response` is then a text. */
  media?: readonly string[];
  /** Not a GET, and yet to ask twice does no more than to ask once: it needs no `idempotencyHeader`. */
  repeatable?: boolean;
  /** What the admin must hold in his current organization; null asks only that he is an admin of some organization. */
  permission: Permission | null;
  /** What this route answers besides `commonProblems`. */
  problems: readonly ProblemType[];
}

/** What any route may answer. */
export const commonProblems = [
  'invalid-token',
  'not-an-admin',
  'origin-refused',
  'organization-refused',
  'invalid-request',
  'too-many-requests',
  'busy',
  'auth0-refused',
  'auth0-unavailable',
  'internal-error',
] as const satisfies readonly ProblemType[];

/** The header that names the organization an admin of several acts in; its value is percent-encoded UTF-8. */
export const organizationHeader = 'Steward-Organization';

/** The header that says why an admin does what he does; its value is percent-encoded UTF-8, at most 500 characters. */
export const reasonHeader = 'Steward-Reason';

/**
 * The header by which an act that is sent twice is done once: a name of 16 to 64 letters, digits, `-` and `_`, in quotes
 * or not, that the caller makes up for it.
 *
 * @see https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 */
export const idempotencyHeader = 'Idempotency-Key';

/** Declares a route; gives its argument back with its schemas' types kept. */
export function defineRoute<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  route: Route<P, Q, B, R>,
): Route<P, Q, B, R> {
  return route;
}

/** What a caller gives for a route: parameters of the path, of the query, and the body. */
export type RouteInput<R> =
  R extends Route<infer P, infer Q, infer B, Schema>
    ? Part<'params', P> & Part<'query', Q> & Part<'body', B>
    : never;

export type RouteOutput<R> = R extends Route<Schema, Schema, Schema, infer A> ? z.output<A> : never;

/** A schema left at its bound was not given: nothing is asked for. Every key optional: the part may be left out. */
type Part<Key extends string, S extends Schema> = Schema extends S
  ? Record<never, never>
  : Record<never, never> extends z.input<S>
    ? { [K in Key]?: z.input<S> }
    : { [K in Key]: z.input<S> };

/**
 * The path and query of one call, each parameter percent-encoded: ids such as `auth0|42` or `a/b` stay one segment.
 *
 * @throws Error when the path names a parameter that is not given.
 */
export function pathTo(route: Pick<Route, 'path'>, input: { params?: object; query?: object } = {}): string {
  const params = new Map(Object.entries(input.params ?? {}));
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params.get(name);
    if (value === undefined) throw new Error(`${route.path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
