import { CircleAlert, Lock, type LucideIcon, TimerReset } from 'lucide-react';
import { useLayoutEffect, useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { StandalonePage } from '#app/shell/standalone-page.tsx';
import { Button } from '#app/ui/button.tsx';
import { returnAddress } from './return-address.ts';
import type { Session } from './session.ts';
import { readSignInError, type SignInFault } from './sign-in-error.ts';

const icons: Record<SignInFault, LucideIcon> = {
  blocked: Lock,
  denied: Lock,
  unconfirmed: Lock,
  stale: TimerReset,
  failed: CircleAlert,
};

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
    history.replaceState(null, '', returnAddress(returnTo, base));
  }, [returnTo, base]);
  return (
    <StandalonePage
      title={t(`${fault}Title`)}
      icon={icons[fault]}
      tone={fault === 'stale' ? 'neutral' : 'danger'}
    >
      <p className="text-muted">{t(`${fault}Advice`)}</p>
      <div className="flex flex-wrap gap-2 pt-1">
        {fault !== 'blocked' && (
          <Button variant="primary" onClick={() => signIn()}>
            {t(fault === 'unconfirmed' ? 'goBack' : 'again')}
          </Button>
        )}
        <Button
          variant={fault === 'blocked' ? 'primary' : 'secondary'}
          onClick={() => signIn({ as: 'someone-else' })}
        >
          {t('someoneElse')}
        </Button>
      </div>
      <details className="text-sm text-muted">
        <summary>{t('details')}</summary>
        <p className="pt-1 font-mono">{detail}</p>
      </details>
    </StandalonePage>
  );
}
