import { faultsOf, type LogLine } from '../http/log-line.ts';

/**
 * The log's line for a hook that failed without failing its request.
 *
 * @param now - epoch milliseconds.
 */
export function failureLine(error: unknown, now: number): LogLine {
  return {
    time: new Date(now).toISOString(),
    level: 'error',
    requestId: '',
    route: 'policy',
    method: '',
    status: 0,
    ms: 0,
    upstreamCalls: 0,
    faults: faultsOf(error),
  };
}
