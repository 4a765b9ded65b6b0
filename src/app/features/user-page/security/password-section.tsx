import { KeyRound, Mail } from 'lucide-react';
import { Suspense, useState } from 'react';
import { isolated } from '#app/lib/isolated.ts';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { RelativeTime } from '#app/ui/relative-time.tsx';
import { Section } from '#app/ui/section.tsx';
import type { UserDetail } from '#contract/user.ts';
import { ActBar } from '../act/act-bar.tsx';
import { PasswordMailDialog } from './password-mail-dialog.tsx';

// Forms come with their first dialog.
const TemporaryPasswordDialog = lazyWithWords(
  [],
  async () => (await import('./temporary-password-dialog.tsx')).TemporaryPasswordDialog,
);

/** The password: when it was chosen last, the mail to choose another, and one for the moment. */
export function PasswordSection({ detail }: { detail: UserDetail }) {
  const t = useT('security.password');
  const [dialog, setDialog] = useState<'mail' | 'temporary' | null>(null);
  const { user } = detail;
  const name = isolated(user.name);
  const close = () => setDialog(null);
  const holder = user.identities.find(({ provider }) => provider === 'auth0');
  if (!holder?.primary) {
    return (
      <Section title={t('title')}>
        <p className="py-1 text-muted">{t(holder ? 'linkedPassword' : 'noPassword', { name })}</p>
      </Section>
    );
  }
  return (
    <Section title={t('title')}>
      {user.temporary_password && <Banner tone="warning">{t('temporary', { name })}</Banner>}
      <p className="py-1">
        {user.last_password_reset
          ? t.rich('changed', { when: () => <RelativeTime value={user.last_password_reset ?? ''} /> })
          : t('neverChanged')}
      </p>
      <ActBar
        detail={detail}
        buttons={[
          {
            act: 'sendPasswordReset',
            label: t('reset'),
            icon: <Mail aria-hidden className="size-4" />,
            onSelect: () => setDialog('mail'),
          },
          {
            act: 'setPassword',
            label: t('set'),
            icon: <KeyRound aria-hidden className="size-4" />,
            onSelect: () => setDialog('temporary'),
          },
        ]}
      />
      {dialog === 'mail' && <PasswordMailDialog user={user} onClose={close} />}
      <Suspense>
        {dialog === 'temporary' && (
          <TemporaryPasswordDialog detail={detail} onMailInstead={() => setDialog('mail')} onClose={close} />
        )}
      </Suspense>
    </Section>
  );
}
