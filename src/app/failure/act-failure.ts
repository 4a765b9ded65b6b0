import { ProblemError } from '#app/lib/call-error.ts';
import { useT } from '#app/messages/use-t.ts';
import { useFailure } from './describe-failure.ts';

/** Problems whose `detail` is written for the admin: the vendor's own reason, or what is wrong with a password. */
const saysItself = new Set(['policy-refused', 'weak-password', 'identifier-taken', 'not-possible']);

/** Why an act did not work, and what to do now, in one text. Needs the words of `forms`. */
export function useActFailure(): (error: Error) => string {
  const t = useT('forms.failure');
  const inWords = useFailure();
  return (error) => {
    if (error instanceof ProblemError) {
      if (error.status === 429 && error.retryAfterSeconds) {
        return t('busyFor', { seconds: error.retryAfterSeconds });
      }
      if (error.detail && saysItself.has(error.type)) return error.detail;
    }
    const { kind, title, advice } = inWords(error);
    // Any kind may come; `has` tells those that have words of their own here.
    const key = kind as 'busy';
    return t.has(key) ? t(key) : `${title}. ${advice}`;
  };
}
