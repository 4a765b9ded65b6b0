import { Lock } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { UserDetail } from '#contract/user.ts';
import { ActControl } from '../act/act-control.tsx';
import { EndPauseDialog } from './end-pause-dialog.tsx';
import { LockList } from './lock-list.tsx';
import { StateFact } from './state-fact.tsx';

/** What brute-force protection refuses, and that it is not an administrator who did it. */
export function PauseFact({ detail }: { detail: UserDetail }) {
  const t = useT('security.access');
  const [isAsking, setAsking] = useState(false);
  const { bruteForceBlocks: locks } = detail;
  const action = (
    <ActControl detail={detail} act="removeBruteForceBlocks" onSelect={() => setAsking(true)}>
      {(attributes) => <Button {...attributes}>{t('endPause')}</Button>}
    </ActControl>
  );
  return (
    <>
      <StateFact icon={Lock} tone="warning" title={t('locked')} action={action}>
        {locks.state === 'ready' && <LockList locks={locks.items} />}
        <p className="pt-1">{t('lockedAdvice')}</p>
      </StateFact>
      {isAsking && <EndPauseDialog user={detail.user} onClose={() => setAsking(false)} />}
    </>
  );
}
