import { MailCheck, MailWarning } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { UserDetail } from '#contract/user.ts';
import { ActControl } from '../act/act-control.tsx';
import { StateFact } from './state-fact.tsx';

const VerificationDialog = lazyWithWords(
  ['profile'],
  async () => (await import('../profile/verification-dialog.tsx')).VerificationDialog,
);

/** Whether the address is known to be his, and the mail by which he shows it. */
export function VerificationFact({ detail }: { detail: UserDetail }) {
  const t = useT('security.access');
  const [isAsking, setAsking] = useState(false);
  const { email, email_verified: isVerified } = detail.user;
  const words = { email: () => <bdi>{email}</bdi> };
  if (isVerified) return <StateFact icon={MailCheck} tone="success" title={t.rich('verified', words)} />;
  const action = (
    <ActControl detail={detail} act="sendVerificationEmail" onSelect={() => setAsking(true)}>
      {(attributes) => <Button {...attributes}>{t('verify')}</Button>}
    </ActControl>
  );
  return (
    <>
      <StateFact icon={MailWarning} tone="warning" title={t.rich('unverified', words)} action={action} />
      <Suspense>
        {isAsking && <VerificationDialog detail={detail} onClose={() => setAsking(false)} />}
      </Suspense>
    </>
  );
}
