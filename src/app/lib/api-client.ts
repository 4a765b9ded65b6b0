import type { OrganizationId } from '#contract/me.ts';
import {
  idempotencyHeader,
  organizationHeader,
  pathTo,
  type Route,
  type RouteInput,
  type RouteOutput,
  reasonHeader,
} from '#contract/route.ts';
import type { StepUpDemand } from '#contract/step-up.ts';
import { nameOfAct, settleAct } from './act-names.ts';
import { problemFrom, unreadable } from './answer.ts';
import { ConnectionError, ProblemError } from './call-error.ts';
import { explainSilence, noteAnswer } from './reachability.ts';

export interface Transport {
  /** The API's address, without a slash at its end. */
  proxy: string;
  /** `fresh` asks for a token other than the one at hand. */
  getAccessToken(options?: { fresh?: boolean }): Promise<string>;
  /** Proves for one request that this browser holds the key which tokens are bound to; left out, they are not. */
  prove?: (request: { url: string; method: string; accessToken: string }) => Promise<string>;
  /** Which organization the calls are about; left out, the API takes the only one. */
  organization?: OrganizationId;
  /** Hears that a call needs another sign-in; the call fails all the same. */
  onStepUp?: (demand: StepUpDemand) => void;
  fetch?: typeof fetch;
}

interface Circumstances {
  signal?: AbortSignal;
  /** Why the admin does this; it goes on record. At most 500 characters. */
  reason?: string;
}

type Input<R> = RouteInput<R> & Circumstances;

/** Calls one route: the path, the query and the body are typed by it, the answer is parsed by it. */
export type Call = <R extends Route>(
  route: R,
  ...input: Record<never, never> extends RouteInput<R> ? [input?: Input<R>] : [input: Input<R>]
) => Promise<RouteOutput<R>>;

interface Parts extends Circumstances {
  params?: object;
  query?: object;
  body?: unknown;
  /** Of an act, so that it is done once however often it is sent. */
  name?: string;
}

const patienceMs = 30_000;

/**
 * Makes `call` for one API and one organization. It throws `ProblemError` when the API refuses, `ConnectionError`
 * when no answer comes through, `SessionEndedError` when there is no token, and an `AbortError` when aborted.
 */
export function createCall(transport: Transport): Call {
  return async (route, ...[input]) => {
    // The types of the parts depend on the route; here they are only passed on.
    const parts: Parts = input ?? {};
    const { params, query, body } = parts;
    const act = JSON.stringify([transport.proxy, transport.organization, route.name, params, query, body]);
    const name = route.method === 'GET' ? undefined : nameOfAct(act);
    try {
      const answer = await parse(route, await answerTo(transport, route, { ...parts, name }, patienceMs));
      settleAct(act);
      return answer;
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500) settleAct(act);
      throw error;
    }
  };
}

/** The answer to one call, which is no refusal; it throws what `Call` throws. */
export async function answerTo(
  transport: Transport,
  route: Route,
  parts: Parts,
  patienceMs: number,
): Promise<Response> {
  const request = { url: transport.proxy + pathTo(route, parts), method: route.method, patienceMs };
  const response = await send(transport, request, parts, false);
  if (response.ok) return response;
  const failure = await problemFrom(response);
  const demand = failure instanceof ProblemError ? failure.stepUp : undefined;
  if (demand) transport.onStepUp?.(demand);
  if (response.status !== 401 || demand) throw failure;
  // The token was refused although it looked valid: keys were rotated or a clock is off. Once, then it is a problem.
  const again = await send(transport, request, parts, true);
  if (again.ok) return again;
  throw await problemFrom(again);
}

async function send(
  transport: Transport,
  { url, method, patienceMs }: { url: string; method: Route['method']; patienceMs: number },
  parts: Parts,
  fresh: boolean,
): Promise<Response> {
  const token = await transport.getAccessToken({ fresh });
  const proof = await transport.prove?.({ url, method, accessToken: token });
  const timeout = AbortSignal.timeout(patienceMs);
  const signal = parts.signal ? AbortSignal.any([parts.signal, timeout]) : timeout;
  const { fetch = globalThis.fetch } = transport;
  try {
    const response = await fetch(url, {
      method,
      headers: headersFor(transport, { token, proof }, parts),
      body: parts.body === undefined ? undefined : JSON.stringify(parts.body),
      signal,
      cache: 'no-store',
      credentials: 'omit',
    });
    noteAnswer(transport.proxy);
    return response;
  } catch (cause) {
    if (parts.signal?.aborted) throw cause;
    // A refused origin is told at once; who keeps silent is busy or gone.
    if (timeout.aborted) throw new ConnectionError('unreachable', { cause });
    throw new ConnectionError(await explainSilence(transport.proxy, fetch), { cause });
  }
}

function headersFor(
  { organization }: Transport,
  { token, proof }: { token: string; proof: string | undefined },
  { body, reason, name }: Parts,
): Headers {
  const scheme = proof === undefined ? 'Bearer' : 'DPoP';
  const headers = new Headers({ Authorization: `${scheme} ${token}`, Accept: 'application/json' });
  if (proof !== undefined) headers.set('DPoP', proof);
  if (organization !== undefined) headers.set(organizationHeader, encodeURIComponent(organization));
  if (name) headers.set(idempotencyHeader, `"${name}"`);
  if (reason) headers.set(reasonHeader, encodeURIComponent(reason.toWellFormed()));
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  return headers;
}

async function parse<R extends Route>(route: R, response: Response): Promise<RouteOutput<R>> {
  try {
    // RouteOutput<R> is by definition what this schema gives; TypeScript does not see through the conditional type.
    return route.response.parse(await response.json()) as RouteOutput<R>;
  } catch (cause) {
    throw unreadable(cause);
  }
}
