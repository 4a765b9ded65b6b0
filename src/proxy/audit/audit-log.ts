import type { AuditOutcome } from '#contract/audit.ts';
import type { ProblemType } from '#contract/problem.ts';

/** An act on a user: who, when, where, what, to whom. What is kept of it is what `redacted` leaves. */
export interface AuditAct {
  /** Also sent to Auth0 as `X-Correlation-ID`, under which its own log has the write. */
  requestId: string;
  /** Epoch milliseconds. */
  at: number;
  /** The admin's `user_id`. */
  actor: string;
  /** His name then. */
  actorName?: string;
  /** Names of the roles he held, as far as they were known. */
  roles?: readonly string[];
  /** Where he came from: see `clientAddress`. */
  ip?: string;
  userAgent?: string;
  organization: string | null;
  /** The name of the route, or `signIn`. */
  act: string;
  /** A `user_id`; of a refused act, as it was asked for. */
  target: string | null;
  /** His name then. */
  targetName?: string;
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
  /** Why, in the admin's own words. */
  reason?: string;
}

/** How an act that was begun has ended. */
export interface AuditEnd {
  outcome: Exclude<AuditOutcome, 'refused'>;
  /** Epoch milliseconds. */
  at: number;
  problem?: ProblemType;
  /** Of an act that made someone, whose id was not known before. */
  target?: string;
  targetName?: string;
  /** What became of it, where that was not known before; it stands in the place of the act's own `after`. */
  after?: Record<string, unknown>;
}

/** One row, as it reads back. */
export interface AuditEntry extends AuditAct {
  id: string;
  /** Its place among the rows of its organization: a newer row has a greater one. */
  position: number;
  outcome: AuditOutcome;
  problem?: string;
  /** Epoch milliseconds. */
  endedAt?: number;
}

/** Which rows of one organization; what is left out does not narrow. */
export interface AuditFilter {
  organization: string | null;
  /** A whole `user_id`, or part of a name. */
  actor?: string;
  /** A whole `user_id`, or part of a name. */
  target?: string;
  act?: string;
  outcome?: AuditOutcome;
  /** Epoch milliseconds, inclusive. */
  from?: number;
  /** Epoch milliseconds, exclusive. */
  to?: number;
}

/** Auth0's ids name their provider first, as in `auth0|42`; what has no stroke is part of a name. */
export function isUserId(text: string): boolean {
  return text.includes('|');
}

/** The vendor's record of what his customers' admins did. */
export interface AuditLog {
  /**
   * Puts the act on record before it happens. Until `complete` it reads `unknown`.
   *
   * @param id - of an act that several proxies may do at once: one of the same id is kept once.
   * @returns the row's id, for `complete`.
   * @throws when it cannot be kept: then the act must not happen.
   */
  begin(act: AuditAct, id?: string): Promise<string>;
  /** Puts on record how it ended; the first outcome stays. */
  complete(id: string, end: AuditEnd): Promise<void>;
  /** Puts an act on record that Steward did not let happen. */
  refuse(act: AuditAct, problem: ProblemType): Promise<void>;
  /** Puts on record that an admin has signed in; once for each id, however often it is told. */
  signIn(id: string, act: AuditAct): Promise<void>;
  /** The newest rows first, those older than `before` (a `position`) when it is given. */
  list(filter: AuditFilter, page: { limit: number; before?: number }): Promise<AuditEntry[]>;
}

/** A log that outlives the proxy. */
export interface DurableAudit extends AuditLog {
  /** After it, every call throws. */
  close(): Promise<void>;
}

const batch = 500;

/** All rows that match, the newest first, read in parts: however many they are, few are held at a time. */
export async function* auditRows(audit: AuditLog, filter: AuditFilter): AsyncGenerator<AuditEntry> {
  let before: number | undefined;
  do {
    const rows = await audit.list(filter, { limit: batch, before });
    yield* rows;
    before = rows.length === batch ? rows.at(-1)?.position : undefined;
  } while (before !== undefined);
}
