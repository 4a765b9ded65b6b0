import type { FieldError, ProblemType, TextRange } from '#contract/problem.ts';
import type { StepUpDemand } from '#contract/step-up.ts';

interface ProblemParts {
  status: number;
  detail?: string;
  errors?: FieldError[];
  range?: TextRange;
  retryAfterSeconds?: number;
  requestId?: string;
  stepUp?: StepUpDemand;
}

/** The API refused or failed and said why. Code branches on `type`. */
export class ProblemError extends Error {
  override name = 'ProblemError';
  readonly type: ProblemType;
  readonly status: number;
  readonly detail: string | undefined;
  readonly errors: FieldError[];
  readonly range: TextRange | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly requestId: string | undefined;
  /** How the admin has to sign in before this is asked again. */
  readonly stepUp: StepUpDemand | undefined;

  constructor(type: ProblemType, parts: ProblemParts) {
    super(parts.detail ?? type);
    this.type = type;
    this.status = parts.status;
    this.detail = parts.detail;
    this.errors = parts.errors ?? [];
    this.range = parts.range;
    this.retryAfterSeconds = parts.retryAfterSeconds;
    this.requestId = parts.requestId;
    this.stepUp = parts.stepUp;
  }
}

/**
 * No answer of the API came through.
 *
 * - `offline`: the browser has no network; `unreachable`: nobody answers at the API's address
 * - `origin-refused`: the API answers, but not to this website
 * - `unreadable`: what answers is not the API, or not this version of it
 */
export type ConnectionFault = 'offline' | 'unreachable' | 'origin-refused' | 'unreadable';

export class ConnectionError extends Error {
  override name = 'ConnectionError';
  readonly fault: ConnectionFault;

  constructor(fault: ConnectionFault, options?: ErrorOptions) {
    super(fault, options);
    this.fault = fault;
  }
}

/** There is no token any more, and none comes without the person signing in again. */
export class SessionEndedError extends Error {
  override name = 'SessionEndedError';
}
