import { Problem } from '../problem.ts';
import { UpstreamFailure } from '../tenant/upstream-failure.ts';

/** What went wrong after something was written: no record may say that nothing was. */
export function partlyDone(error: unknown, detail: string): unknown {
  if (!(error instanceof Problem)) return error;
  const { type, retryAfterSeconds, errors } = error;
  const cause = new UpstreamFailure({ call: 'after a write', uncertain: true, cause: error });
  return new Problem(type, { detail, retryAfterSeconds, errors, cause });
}
