/** What the emulator can be told to do wrong. Every number may be changed while it runs. */
export interface Faults {
  /** Milliseconds added to every answer of the Management API. */
  latencyMs: number;
  /** Milliseconds until a write shows in user search; Auth0 promises none. */
  searchLagMs: number;
  /** Which limits of Auth0's table hold; `none` only counts. */
  plan: 'none' | 'free' | 'professional' | 'enterprise';
  /** No mail leaves the tenant: no provider, or its template is off. */
  mailFails: boolean;
  /** Milliseconds until sessions and refresh tokens are gone that a 202 has promised to end. */
  revocationLagMs: number;
  /** What the tenant's plan does not have. */
  unentitled: Entitlement[];
  /** Answers the next Management API calls so, in this order, then goes on as usual. */
  next: Fault[];
  /** Answers this share of Management API calls, 0 to 1, with `Fault` `failWith`. */
  failRate: number;
  failWith: Fault;
}

/**
 * Only Enterprise plans have sessions and refresh tokens at the Management API; whether `revoke-access` needs one is not
 * documented.
 */
export type Entitlement = 'sessions' | 'refresh-tokens' | 'revoke-access';

export type Fault =
  | { kind: 'status'; status: 429 | 500 | 502 | 503; headers?: Record<string, string> }
  /** The connection is cut: `fetch` rejects. */
  | { kind: 'drop' }
  /** 200, cut in the middle of its JSON. */
  | { kind: 'truncated' }
  /** 200 with a page of HTML. */
  | { kind: 'html' }
  /** Never answers; ends only when the caller aborts. */
  | { kind: 'silence' };

export const noFaults: Readonly<Faults> = {
  latencyMs: 0,
  searchLagMs: 0,
  plan: 'none',
  mailFails: false,
  revocationLagMs: 0,
  unentitled: [],
  next: [],
  failRate: 0,
  failWith: { kind: 'status', status: 503 },
};
