import type { ProblemType } from '#contract/problem.ts';

/** An act on a user: who, when, where, what, to whom. Secrets never stand in `before` and `after`. */
export interface AuditAct {
  /** Also sent to Auth0 as `X-Correlation-ID`, under which its own log has the write. */
  requestId: string;
  /** Epoch milliseconds. */
  at: number;
  /** The admin's `user_id`. */
  actor: string;
  organization: string | null;
  /** The name of the route. */
  act: string;
  /** A `user_id`; of a refused act, as it was asked for. */
  target: string | null;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
}

/**
 * - `done`: Auth0 confirmed the write; `failed`: it certainly did not happen
 * - `unknown`: nobody saw how it ended; a row begins so, and stays so when the proxy dies
 * - `refused`: by Steward, before anything was written
 */
export type AuditOutcome = 'done' | 'failed' | 'unknown' | 'refused';

/** How an act that was begun has ended. */
export interface AuditEnd {
  outcome: Exclude<AuditOutcome, 'refused'>;
  /** Epoch milliseconds. */
  at: number;
  problem?: ProblemType;
}

/** One row, as it reads back. */
export interface AuditEntry extends AuditAct {
  id: string;
  outcome: AuditOutcome;
  problem?: ProblemType;
  /** Epoch milliseconds. */
  endedAt?: number;
}

/** The vendor's record of what his customers' admins did. */
export interface AuditLog {
  /**
   * Puts the act on record before it happens.
   *
   * @returns the row's id, for `complete`.
   * @throws when it cannot be kept: then the act must not happen.
   */
  begin(act: AuditAct): Promise<string>;
  complete(id: string, end: AuditEnd): Promise<void>;
  /** Puts an act on record that Steward did not let happen. */
  refuse(act: AuditAct, problem: ProblemType): Promise<void>;
}
