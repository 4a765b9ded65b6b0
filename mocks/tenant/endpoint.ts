import type { ManagementCaller } from './authentication/management-token.ts';
import type { Entitlement } from './faults.ts';
import type { Shape } from './payload.ts';
import type { Param, Query } from './query-params.ts';
import type { LimitGroup } from './rate-limit.ts';

/** One operation of the Management API. What is not declared is refused, as Auth0 does. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/api/v2`, in Hono's form. */
  path: string;
  /** Any one of these sets of scopes suffices. */
  scopes: string[][];
  /** A path parameter that must look like a user id. */
  userId?: string;
  /** Heeds the `auth0-custom-domain` header, which says whose links go into a mail. */
  takesCustomDomain?: true;
  query?: Record<string, Param>;
  body?: Shape;
  group: LimitGroup;
  /** What the tenant's plan must have. */
  entitlement?: Entitlement;
  /** What the tenant log calls it; for writes. */
  operation?: string;
  answer(call: EndpointCall): Response | Promise<Response>;
}

export interface EndpointCall {
  request: Request;
  caller: ManagementCaller;
  param(name: string): string;
  query: Query;
  /** Checked against the endpoint's shape. */
  body: unknown;
  /** What the links in mails begin with: the tenant's address, or that of a custom domain. */
  linkBase: string;
}

export const json = (body: unknown, status = 200) => Response.json(body, { status });
export const noContent = () => new Response(null, { status: 204 });
/** It will be done; there is nothing to say of it yet. */
export const accepted = () => new Response(null, { status: 202 });

/** The object that a shape has let through; whoever names the type has declared that shape. */
export function bodyAs<Body>(call: EndpointCall): Body {
  return call.body as Body;
}
