import { z } from 'zod';
import { parseJson } from './management-token.ts';
import { refusalOf } from './refusals.ts';
import { UpstreamFailure } from './upstream-failure.ts';

/** One call of the Management API. */
export interface UpstreamCall {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** The path with its ids left out: what limits are counted by, and what logs may say. */
  template: `/${string}`;
  /** Below `/api/v2`, every id in it one encoded segment. */
  path: `/${string}`;
  query?: object;
  body?: object;
  /** Whether doing it twice does no more than doing it once. Only then is it repeated. */
  idempotent: boolean;
}

/** What one attempt came to. */
export type Attempt =
  | { kind: 'answer'; status: number; body: unknown }
  /** The code is ours where Auth0 tells by its words alone: see `refusalOf`. */
  | { kind: 'refused'; status: number; code: string | undefined }
  | { kind: 'limited' }
  | { kind: 'failed'; failure: UpstreamFailure };

const errorBody = z.object({ errorCode: z.string().optional(), message: z.string().optional() });

export function nameOf(call: UpstreamCall): string {
  return `${call.method} ${call.template}`;
}

/**
 * Makes the call once; it throws nothing but what `learn` throws.
 *
 * @see https://auth0.com/docs/manage-users/user-search/list-and-search-users
 */
export async function attempt(
  call: UpstreamCall,
  request: { url: string; headers: Record<string, string>; fetch: typeof fetch; signal: AbortSignal },
  learn: (response: Response) => void,
): Promise<Attempt> {
  let response: Response;
  let text: string;
  try {
    response = await request.fetch(request.url, {
      method: call.method,
      redirect: 'manual',
      headers: request.headers,
      body: call.body && JSON.stringify(call.body),
      signal: request.signal,
    });
    text = await response.text();
  } catch (cause) {
    return failed(call, undefined, cause);
  }
  learn(response);
  const { status } = response;
  if (status === 429) return { kind: 'limited' };
  const body = parseJson(text);
  if (status >= 200 && status < 300)
    return isWebPage(text) ? failed(call, status) : { kind: 'answer', status, body };
  const { errorCode, message = '' } = errorBody.safeParse(body).data ?? {};
  const refusal = refusalOf(status, message);
  if (status >= 500 && !refusal) return failed(call, status);
  return { kind: 'refused', status, code: refusal ?? errorCode };
}

/**
 * The tenant never answers with one: someone between us does, and has perhaps passed nothing on. Many writes are
 * answered with nothing at all, so that no schema would see it.
 */
export function isWebPage(text: string): boolean {
  return text.trimStart().startsWith('<');
}

function failed(call: UpstreamCall, status?: number, cause?: unknown): Attempt {
  const uncertain = call.method !== 'GET';
  return { kind: 'failed', failure: new UpstreamFailure({ call: nameOf(call), status, uncertain, cause }) };
}
