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
  if (faults.latencyMs > 0) await pause(faults.latencyMs, request);
  if (!fault) return answer();
  if (fault.kind === 'drop') throw new TypeError('fetch failed');
  if (fault.kind === 'silence') return silence(request);
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

/** The longest that a timer can wait: 24 days. */
const endlessMs = 2 ** 31 - 1;

async function silence(request: Request): Promise<never> {
  await pause(endlessMs, request);
  throw new TypeError('fetch failed');
}

/** An abort ends it at once. */
function pause(ms: number, request: Request): Promise<void> {
  return new Promise((resolve, reject) => {
    // The timer holds on to the request: one that nobody holds is forgotten, and never hears of its abort.
    const timer = setTimeout(() => resolve(void request), ms);
    request.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(request.signal.reason);
    });
  });
}
