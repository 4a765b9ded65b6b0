import type { Limits, ProxyConfig } from '../config.ts';
import { Problem } from '../problem.ts';
import { type Attempt, attempt, nameOf, type UpstreamCall } from './attempt.ts';
import type { Caller } from './caller.ts';
import { customDomainFor } from './custom-domain.ts';
import { fairQueue } from './fair-queue.ts';
import { managementTokens } from './management-token.ts';
import { rateBudget } from './rate-budget.ts';
import { UpstreamFailure } from './upstream-failure.ts';
import { until, wait } from './wait.ts';

/** What Auth0 answered when it did not fail: a body, or a refusal with its code. */
export type Answer =
  | Extract<Attempt, { kind: 'answer' }>
  /** `uncertain` when an attempt before it may have written. */
  | (Extract<Attempt, { kind: 'refused' }> & { uncertain: boolean });

/** The Management API behind its limits: queue, budget, deadline, repetition. */
export interface Upstream {
  /**
   * @throws Problem `busy` when Auth0's limit leaves no room before the deadline, `auth0-unavailable` when it stays
   * silent or fails, both with an UpstreamFailure as cause; the signal's reason when the caller has left.
   */
  call(call: UpstreamCall, caller: Caller): Promise<Answer>;
}

/** One call on its way through its attempts. */
interface Trial {
  call: UpstreamCall;
  caller: Caller;
  /** The host that its mails and links use. */
  domain: string | null;
  /** Aborted when the caller leaves or the deadline passes. */
  signal: AbortSignal;
  /** True once a write may have happened without our seeing it. */
  uncertain: boolean;
}

const maximumAttempts = 5;

/** @see https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy */
export function openUpstream(
  auth0: ProxyConfig['auth0'],
  limits: Limits,
  world: { fetch: typeof fetch; now: () => number },
): Upstream {
  const tokens = managementTokens(auth0, { ...world, attemptMs: limits.attemptMs });
  const budget = rateBudget(world.now);
  const queue = fairQueue(limits.concurrency, budget);

  async function once(trial: Trial, refused?: string): Promise<Attempt> {
    const { call, caller, domain } = trial;
    const token = await until(trial.signal, tokens.token(refused));
    const signal = AbortSignal.any([trial.signal, AbortSignal.timeout(limits.attemptMs)]);
    const request = {
      url: urlOf(auth0.url, call),
      headers: headersOf(call, caller, { token, domain }),
      signal,
    };
    caller.onCall();
    const result = await attempt(call, { ...request, fetch: world.fetch }, (response) =>
      budget.learn(nameOf(call), response),
    );
    // Auth0 may end a token early (a rotated key, a revoked grant): sign in again, once.
    const renew = result.kind === 'refused' && result.status === 401 && refused === undefined;
    return renew ? once(trial, token) : result;
  }

  /** One attempt in its turn, when the tenant's limit lets it. */
  function inTurn(trial: Trial): Promise<Attempt> {
    const { call, caller, signal } = trial;
    const tooLong = (waitMs: number) =>
      waitMs >= caller.deadline.remainingMs() ? busy(trial, waitMs) : null;
    return queue.run({ turn: caller.turn, kind: nameOf(call), signal, tooLong }, () =>
      once(trial).catch(failedSignIn),
    );
  }

  async function tryUntilAnswered(trial: Trial): Promise<Answer> {
    const { call, caller } = trial;
    for (let count = 1; ; count += 1) {
      const result = await inTurn(trial);
      if (result.kind === 'answer') return result;
      if (result.kind === 'refused') return { ...result, uncertain: trial.uncertain };
      if (result.kind === 'failed') trial.uncertain ||= result.failure.uncertain;
      const delay = backoffMs(count);
      const again = call.idempotent && count < maximumAttempts && delay < caller.deadline.remainingMs();
      if (!again) throw problemOf(trial, result, budget.closedMs(nameOf(call)));
      await wait(delay, trial.signal);
    }
  }

  return {
    async call(call, caller) {
      const signal = AbortSignal.any([caller.signal, caller.deadline.signal]);
      const domain = await customDomainFor(call, caller);
      const trial: Trial = { call, caller, domain, signal, uncertain: false };
      try {
        return await tryUntilAnswered(trial);
      } catch (error) {
        caller.signal.throwIfAborted();
        if (error instanceof Problem) throw withCertainty(trial, error);
        // The deadline passed while waiting for a turn, a token or the next attempt.
        throw signal.aborted ? busy(trial, 0) : error;
      }
    },
  };
}

/** A tenant that does not let us sign in has failed like one that does not answer the call. */
function failedSignIn(error: unknown): Attempt {
  if (error instanceof UpstreamFailure) return { kind: 'failed', failure: error };
  throw error;
}

/** Doubles from 100 ms, with the half of it left to chance, so that many proxies do not return together. */
function backoffMs(count: number): number {
  return 100 * 2 ** (count - 1) * (0.5 + Math.random() / 2);
}

/** A sign-in that is refused knows nothing of the attempt before it, which may have written. */
function withCertainty(trial: Trial, problem: Problem): Problem {
  if (!trial.uncertain) return problem;
  const { type, retryAfterSeconds, cause } = problem;
  return new Problem(type, { retryAfterSeconds, cause: new UpstreamFailure({ ...named(trial), cause }) });
}

type Failed = Extract<Attempt, { kind: 'limited' | 'failed' }>;

function problemOf(trial: Trial, result: Failed, waitMs: number): Problem {
  if (result.kind === 'limited') return busy(trial, waitMs);
  const { status, cause: origin } = result.failure;
  const cause = new UpstreamFailure({ ...named(trial), status, cause: origin });
  return new Problem('auth0-unavailable', { retryAfterSeconds: 5, cause });
}

function busy(trial: Trial, waitMs: number): Problem {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000));
  return new Problem('busy', {
    retryAfterSeconds,
    cause: new UpstreamFailure({ ...named(trial), status: 429 }),
  });
}

function named({ call, uncertain }: Trial) {
  return { call: nameOf(call), uncertain };
}

function urlOf(tenant: string, { path, query = {} }: UpstreamCall): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null) parameters.set(name, String(value));
  }
  return `${tenant}/api/v2${path}${parameters.size > 0 ? `?${parameters}` : ''}`;
}

function headersOf(
  call: UpstreamCall,
  caller: Caller,
  { token, domain }: { token: string; domain: string | null },
): Record<string, string> {
  const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
  if (call.method === 'GET') return headers;
  const write = { ...headers, 'content-type': 'application/json', 'x-correlation-id': caller.requestId };
  return domain === null ? write : { ...write, 'auth0-custom-domain': domain };
}
