import type { ProblemType } from '#contract/problem.ts';
import { Problem } from '../problem.ts';
import { UpstreamFailure } from '../tenant/upstream-failure.ts';
import type { AuditAct, AuditEnd, AuditLog } from './audit-log.ts';

/** What is known of an act when it begins, besides who asks for it. */
export type ActOn = Pick<AuditAct, 'target' | 'targetName' | 'before' | 'after'>;

/** Of an act that makes someone: who he is, as soon as he is there. */
type Making<Value> = { made?: (value: Value) => Pick<AuditEnd, 'target' | 'targetName'> };

/** Of an act of several writes: what has become of it, whether it went through or broke off. */
type Reaching = { reached?: () => AuditAct['after'] };

/** Keeps the record of one request's act: it is on record before it happens, or when it is refused. */
export interface ActRecord {
  /**
   * Does the write between the two halves of its record.
   *
   * @throws Problem `audit-unavailable`, with nothing written; and what `write` throws.
   */
  perform<Value>(on: ActOn & Making<Value> & Reaching, write: () => Promise<Value>): Promise<Value>;
  /** Records that nothing was done; no more than once, and not after `perform` has begun. */
  refuse(target: string | null, problem: ProblemType): Promise<void>;
}

/**
 * @param who - everything of the act that does not depend on whom it is done to.
 * @param report - hears of a record that could not be finished.
 */
export function actRecord(
  audit: AuditLog,
  who: () => Omit<AuditAct, keyof ActOn | 'at'>,
  world: { now: () => number; report: (error: unknown) => void },
): ActRecord {
  let recorded = false;

  async function complete(id: string, end: Omit<AuditEnd, 'at'>): Promise<void> {
    // What is done is done: the row stays `unknown`, and the admin hears how his act went.
    await audit.complete(id, { ...end, at: world.now() }).catch(world.report);
  }

  return {
    async perform({ made, reached, ...on }, write) {
      recorded = true;
      const id = await audit.begin({ ...who(), ...on, at: world.now() }).catch((cause: unknown) => {
        throw new Problem('audit-unavailable', { cause });
      });
      try {
        const value = await write();
        await complete(id, { outcome: 'done', after: reached?.(), ...made?.(value) });
        return value;
      } catch (error) {
        const problem = error instanceof Problem ? error.type : 'internal-error';
        const outcome = certainlyNot(error) ? 'failed' : 'unknown';
        await complete(id, { outcome, after: reached?.(), problem });
        throw error;
      }
    },
    async refuse(target, problem) {
      if (recorded) return;
      recorded = true;
      await audit.refuse({ ...who(), target, at: world.now() }, problem).catch(world.report);
    },
  };
}

/** Whether an error proves that nothing was written. */
function certainlyNot(error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  return error.cause instanceof UpstreamFailure ? !error.cause.uncertain : nothingWritten.has(error.type);
}

/** Nobody and nothing was there to be changed; or what was changed has been put back. */
const nothingWritten: ReadonlySet<ProblemType> = new Set([
  'user-not-found',
  'item-not-found',
  'last-administrator',
]);
