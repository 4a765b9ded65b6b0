import type { Deadline } from './deadline.ts';
import type { Turn } from './fair-queue.ts';

/** On whose behalf the tenant is asked. */
export interface Caller {
  /** Goes with writes as `X-Correlation-ID`. */
  requestId: string;
  turn: Turn;
  deadline: Deadline;
  /** Aborted when nobody waits for the answer any more. */
  signal: AbortSignal;
  /** The host for mails and their links, null for the tenant's choice; throws Problem `policy-refused`. */
  customDomain?(): Promise<string | null>;
  /** Counts the calls that are made. */
  onCall(): void;
}
