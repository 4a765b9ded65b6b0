import type { ConnectionFault } from '#app/lib/call-error.ts';
import { ConnectionError, ProblemError, SessionEndedError } from '#app/lib/call-error.ts';
import { useT } from '#app/messages/use-t.ts';
import type { ProblemType } from '#contract/problem.ts';

export type FailureKind = ProblemType | ConnectionFault | 'session-ended' | 'unexpected';

export function kindOf(error: Error): FailureKind {
  if (error instanceof ProblemError) return error.type;
  if (error instanceof ConnectionError) return error.fault;
  return error instanceof SessionEndedError ? 'session-ended' : 'unexpected';
}

export interface Failure {
  kind: FailureKind;
  title: string;
  /** What to do about it. */
  advice: string;
  requestId: string | undefined;
}

/** A failure in words: the title says what happened, the advice what to do. Both fit a dialog's error as well. */
export function useFailure(): (error: Error) => Failure {
  const t = useT('errors');
  return (error) => {
    const kind = kindOf(error);
    return {
      kind,
      title: t(`title.${kind}`),
      advice: t(`advice.${kind}`),
      requestId: error instanceof ProblemError ? error.requestId : undefined,
    };
  };
}
