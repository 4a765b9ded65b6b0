import { Ban, CircleCheck } from 'lucide-react';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { Section } from '#app/ui/section.tsx';
import { PagePart } from '../page-part.tsx';
import type { TabProps } from '../tabs/tab-body.tsx';
import { isLocked } from './lock-list.tsx';
import { PauseFact } from './pause-fact.tsx';
import { StateFact } from './state-fact.tsx';
import { VerificationFact } from './verification-fact.tsx';

/** What stands in the way of signing in: what an administrator decided, told apart from what protection did. */
export function SignInState({ detail, retry }: TabProps) {
  const t = useT('security.access');
  const { user, bruteForceBlocks } = detail;
  const locked = isLocked(detail);
  return (
    <Section title={t('title', { name: isolated(user.name) })}>
      <ul>
        {!user.blocked && !locked && bruteForceBlocks.state === 'ready' && (
          <StateFact icon={CircleCheck} tone="success" title={t('fine')} />
        )}
        {user.blocked && (
          <StateFact icon={Ban} tone="danger" title={t('blocked')}>
            {t('blockedAdvice')}
          </StateFact>
        )}
        {locked && <PauseFact detail={detail} />}
        {user.email !== undefined && <VerificationFact detail={detail} />}
      </ul>
      {bruteForceBlocks.state !== 'ready' && (
        <PagePart part={bruteForceBlocks} retry={retry} empty={null}>
          {() => null}
        </PagePart>
      )}
    </Section>
  );
}
