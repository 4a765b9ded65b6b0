import { useFailure } from '#app/failure/describe-failure.ts';
import { ProblemError } from '#app/lib/call-error.ts';
import { useT } from '#app/messages/use-t.ts';

/** Why blocking or unblocking did not work, and what to do now, in one text. */
export function useBlockFailure(): (error: Error) => string {
  const t = useT('userPage.block.failure');
  const inWords = useFailure();
  return (error) => {
    const { kind, title, advice } = inWords(error);
    switch (kind) {
      case 'own-account':
      case 'outranked':
      case 'shared-user':
      case 'user-not-found':
      case 'permission-missing':
        return t(kind);
      case 'busy':
        return error instanceof ProblemError && error.retryAfterSeconds
          ? t('busyFor', { seconds: error.retryAfterSeconds })
          : t('busy');
      default:
        return `${title}. ${advice}`;
    }
  };
}
