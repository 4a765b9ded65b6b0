import type { ProblemType } from '#contract/problem.ts';
import { problems } from '#contract/problem-kinds.ts';
import { Problem } from '../problem.ts';
import { UpstreamFailure } from '../tenant/upstream-failure.ts';

/** One request, or one fault, without personal data: no id, address, search, token, nor any message from outside. */
export interface LogLine {
  /** ISO 8601. */
  time: string;
  level: 'info' | 'warn' | 'error';
  requestId: string;
  /** The route's name; `none` when there is no such address. */
  route: string;
  method: string;
  status: number;
  ms: number;
  /** Calls of the Management API. */
  upstreamCalls: number;
  /** The type of the problem that was answered. */
  problem?: string;
  /** What was behind it. */
  faults?: Fault[];
}

/** An error, as far as it may be told. */
export interface Fault {
  name: string;
  /** The kind of upstream call. */
  call?: string;
  status?: number;
  code?: string;
  /** Where it was thrown. */
  stack?: string[];
}

/**
 * The error and its causes, the outermost first. Messages stay out: they may quote what a person sent.
 *
 * @param withStack - for an error that nobody foresaw.
 */
export function faultsOf(error: unknown, withStack = false): Fault[] {
  const faults: Fault[] = [];
  for (let at = error; at instanceof Error && faults.length < 5; at = at.cause) {
    if (!(at instanceof Problem))
      faults.push(withStack ? { ...faultOf(at), stack: framesOf(at) } : faultOf(at));
  }
  return faults;
}

function faultOf(error: Error): Fault {
  const { name } = error;
  if (error instanceof UpstreamFailure)
    return { name, call: error.call, status: error.status, code: error.code };
  return { name, code: 'code' in error && typeof error.code === 'string' ? error.code : undefined };
}

/** The lines that say where, without the first ones that say what. */
function framesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, 5);
}

/** A line of its own for what fails after its request was answered. */
export function lateFault(
  error: unknown,
  of: { at: number; requestId: string; route: string; method: string; problem: ProblemType },
): LogLine {
  const { at, problem, ...request } = of;
  const { status } = problems[problem];
  const time = new Date(at).toISOString();
  return {
    time,
    level: 'error',
    ...request,
    status,
    ms: 0,
    upstreamCalls: 0,
    problem,
    faults: faultsOf(error),
  };
}
