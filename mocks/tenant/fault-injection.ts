import { errorResponse, ManagementError } from './errors.ts';
import type { Fault, Faults } from './faults.ts';
import { limitHeaders } from './rate-limit.ts';

/**
 * Answers a request, or does what `faults` says instead. A `truncated` or `html` answer has done what was asked for; any
 * other fault comes before that.
 *
 * @throws TypeError for a dropped connection, as `fetch` does; the signal's reason when the caller aborts.
 */
export async function withFaults(
  request: Request,
  faults: Faults,
  now: () => number,
  answer: () => Promise<Response>,
): Promise<Response> {
  request.signal.throwIfAborted();
  const fault = nextFault(faults);
  if (faults.latencyMs > 0) await pause(faults.latencyMs, request.signal);
  if (!fault) return answer();
  if (fault.kind === 'drop') throw new TypeError('fetch failed');
  if (fault.kind === 'silence') return pause(null, request.signal);
  if (fault.kind === 'status') return failure(fault, now);
  const real = await answer();
  const headers = { 'Content-Type': fault.kind === 'html' ? 'text/html' : 'application/json' };
  const text = await real.text();
  const body = fault.kind === 'html' ? '<!doctype html><h1>Bad gateway</h1>' : cut(text);
  return new Response(body, { status: 200, headers });
}

function nextFault(faults: Faults): Fault | undefined {
  return faults.next.shift() ?? (Math.random() < faults.failRate ? faults.failWith : undefined);
}

/** Never an empty text, which some take for no body at all. */
function cut(text: string): string {
  return text.length > 1 ? text.slice(0, Math.ceil(text.length / 2)) : '{"user_id":';
}

function failure(fault: Fault & { kind: 'status' }, now: () => number): Response {
  const limited = fault.status === 429;
  const headers = { ...(limited ? limitHeaders(10, 0, now() + 1000) : {}), ...fault.headers };
  const [message, code] = limited
    ? ['Global limit has been reached', 'too_many_requests']
    : ['The service is not available at the moment.', undefined];
  return errorResponse(new ManagementError(fault.status, message, code), headers);
}

/** Ends after `ms`, or never when null; an abort ends it at once. */
function pause<Never>(ms: number | null, signal: AbortSignal): Promise<Never> {
  return new Promise((resolve, reject) => {
    const timer = ms === null ? undefined : setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
