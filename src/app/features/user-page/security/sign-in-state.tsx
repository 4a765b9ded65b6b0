import { Ban, CircleCheck, Lock, type LucideIcon, MailCheck, MailWarning } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Section } from '#app/ui/section.tsx';
import { type Tone, toneStyle } from '#app/ui/tone.ts';
import type { UserDetail } from '#contract/user.ts';
import { ActControl } from '../act/act-control.tsx';
import { PagePart } from '../page-part.tsx';
import type { TabProps } from '../tabs/tab-body.tsx';
import { EndPauseDialog } from './end-pause-dialog.tsx';
import { isLocked, LockList } from './lock-list.tsx';

/** What stands in the way of signing in: what an administrator decided, told apart from what protection did. */
export function SignInState({ detail, retry }: TabProps) {
  const t = useT('security.access');
  const { user, bruteForceBlocks } = detail;
  const locked = isLocked(detail);
  return (
    <Section title={t('title', { name: isolated(user.name) })}>
      <ul>
        {!user.blocked && !locked && bruteForceBlocks.state === 'ready' && (
          <Fact icon={CircleCheck} tone="success" title={t('fine')} />
        )}
        {user.blocked && (
          <Fact icon={Ban} tone="danger" title={t('blocked')}>
            {t('blockedAdvice')}
          </Fact>
        )}
        {locked && <Pause detail={detail} />}
        {user.email !== undefined && (
          <Fact
            icon={user.email_verified ? MailCheck : MailWarning}
            tone={user.email_verified ? 'success' : 'warning'}
            title={t.rich(user.email_verified ? 'verified' : 'unverified', {
              email: () => <bdi>{user.email}</bdi>,
            })}
          />
        )}
      </ul>
      {bruteForceBlocks.state !== 'ready' && (
        <PagePart part={bruteForceBlocks} retry={retry} empty={null}>
          {() => null}
        </PagePart>
      )}
    </Section>
  );
}

function Pause({ detail }: { detail: UserDetail }) {
  const t = useT('security.access');
  const [isAsking, setAsking] = useState(false);
  const { bruteForceBlocks: locks } = detail;
  const action = (
    <ActControl detail={detail} act="removeBruteForceBlocks">
      {(attributes) => (
        <Button {...attributes} onClick={() => setAsking(true)}>
          {t('endPause')}
        </Button>
      )}
    </ActControl>
  );
  return (
    <>
      <Fact icon={Lock} tone="warning" title={t('locked')} action={action}>
        {locks.state === 'ready' && <LockList locks={locks.items} />}
        <p className="pt-1">{t('lockedAdvice')}</p>
      </Fact>
      {isAsking && <EndPauseDialog user={detail.user} onClose={() => setAsking(false)} />}
    </>
  );
}

interface FactProps {
  icon: LucideIcon;
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

function Fact({ icon: Icon, tone, title, children, action }: FactProps) {
  return (
    <li className="flex gap-3 border-b border-line py-2.5 last:border-b-0">
      <span aria-hidden className={`grid size-6 shrink-0 place-items-center rounded-full ${toneStyle[tone]}`}>
        <Icon className="size-3.5" />
      </span>
      <div className="grid min-w-0 flex-1 gap-1 pt-0.5">
        <p className="font-medium">{title}</p>
        {children && <div className="text-sm text-muted">{children}</div>}
        {action && <div className="pt-1">{action}</div>}
      </div>
    </li>
  );
}
