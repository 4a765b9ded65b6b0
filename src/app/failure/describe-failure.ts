import type { ConnectionFault } from '#app/lib/call-error.ts';
import { ConnectionError, ProblemError, SessionEndedError } from '#app/lib/call-error.ts';
import type { Messages } from '#app/messages/catalogue.ts';
import { useT } from '#app/messages/use-t.ts';
import type { ProblemType } from '#contract/problem.ts';

export type FailureKind = ProblemType | ConnectionFault | 'session-ended' | 'unexpected';

export function kindOf(error: Error): FailureKind {
  if (error instanceof ProblemError) return error.type;
  if (error instanceof ConnectionError) return error.fault;
  return error instanceof SessionEndedError ? 'session-ended' : 'unexpected';
}

type WordedKind = keyof Messages['errors']['title'];

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
    // Those that have no words here are answered to acts, whose forms bring the words: see `act-failure.ts`.
    const shown = t.has(`title.${kind}` as 'title.busy') ? (kind as WordedKind) : 'unexpected';
    return {
      kind,
      title: t(`title.${shown}`),
      advice: t(`advice.${shown}`),
      requestId: error instanceof ProblemError ? error.requestId : undefined,
    };
  };
}
