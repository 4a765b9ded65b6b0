import { z } from 'zod';
import type { ProxyConfig } from '../config.ts';
import { Problem } from '../problem.ts';
import { UpstreamFailure } from './upstream-failure.ts';

export interface ManagementTokens {
  /**
   * A token for the Management API, the current one while it lasts.
   *
   * @param refused - a token that the tenant did not take; it is not given again.
   * @throws UpstreamFailure when the tenant is silent or fails; Problem `busy`, or `auth0-refused` when the client or
   * its secret is wrong.
   */
  token(refused?: string): Promise<string>;
}

const tokenAnswer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

const call = 'POST /oauth/token';

/**
 * Signs the proxy in as a client of the tenant, once for all who ask at the same time.
 *
 * @param world.now - epoch milliseconds.
 * @see https://auth0.com/docs/secure/tokens/access-tokens/management-api-access-tokens
 */
export function managementTokens(
  auth0: ProxyConfig['auth0'],
  world: { fetch: typeof fetch; now: () => number; attemptMs: number },
): ManagementTokens {
  let current: { token: string; renewAt: number } | null = null;
  let renewal: Promise<string> | null = null;

  async function renew(): Promise<string> {
    const askedAt = world.now();
    const answer = await signIn(auth0, world);
    // Renewed when a tenth of its life is left, so that no call starts with a token about to end.
    current = { token: answer.access_token, renewAt: askedAt + answer.expires_in * 900 };
    return answer.access_token;
  }

  return {
    async token(refused) {
      if (current && current.token !== refused && world.now() < current.renewAt) return current.token;
      renewal ??= renew().finally(() => {
        renewal = null;
      });
      return renewal;
    },
  };
}

async function signIn(auth0: ProxyConfig['auth0'], world: { fetch: typeof fetch; attemptMs: number }) {
  const { status, text } = await ask(auth0, world);
  if (status === 429) throw new Problem('busy', { retryAfterSeconds: 2, cause: failure(status) });
  if (status >= 500) throw failure(status);
  const answer = tokenAnswer.safeParse(status === 200 ? parseJson(text) : null);
  if (!answer.success) throw new Problem('auth0-refused', { cause: failure(status) });
  return answer.data;
}

async function ask(auth0: ProxyConfig['auth0'], world: { fetch: typeof fetch; attemptMs: number }) {
  try {
    const response = await world.fetch(`${auth0.url}/oauth/token`, {
      method: 'POST',
      redirect: 'manual',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        grant_type: 'client_credentials',
        client_id: auth0.clientId,
        client_secret: auth0.clientSecret,
        audience: `${auth0.url}/api/v2/`,
      }),
      signal: AbortSignal.timeout(world.attemptMs),
    });
    return { status: response.status, text: await response.text() };
  } catch (cause) {
    throw failure(undefined, cause);
  }
}

function failure(status?: number, cause?: unknown): UpstreamFailure {
  return new UpstreamFailure({ call, status, uncertain: false, cause });
}

/** Undefined when it is no JSON: no schema takes that. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
