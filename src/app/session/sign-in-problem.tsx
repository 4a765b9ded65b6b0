import { useLayoutEffect, useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { StandalonePage } from '#app/shell/standalone-page.tsx';
import { Button } from '#app/ui/button.tsx';
import type { Session } from './session.ts';
import { readSignInError } from './sign-in-error.ts';

interface SignInProblemProps extends Pick<Session, 'signIn'> {
  error: Error;
  base: string;
}

/** Sign-in came back with a refusal. It is not tried again by itself: that could go round for ever. */
export function SignInProblem({ error, base, signIn }: SignInProblemProps) {
  const t = useT('session');
  const [{ fault, detail, returnTo }] = useState(() => readSignInError(error));
  useLayoutEffect(() => {
    // The refusal leaves the address, so that a reload starts afresh and the next sign-in leads where this one should have.
    history.replaceState(null, '', returnTo ?? base);
  }, [returnTo, base]);
  return (
    <StandalonePage title={t(`${fault}Title`)}>
      <p>{t(`${fault}Advice`)}</p>
      <div className="flex flex-wrap gap-2">
        {fault !== 'blocked' && (
          <Button variant="primary" onClick={() => signIn()}>
            {t('again')}
          </Button>
        )}
        <Button onClick={() => signIn({ as: 'someone-else' })}>{t('someoneElse')}</Button>
      </div>
      <details className="text-sm text-muted">
        <summary>{t('details')}</summary>
        <p className="pt-1 font-mono">{detail}</p>
      </details>
    </StandalonePage>
  );
}
