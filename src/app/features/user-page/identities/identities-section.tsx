import { Link2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Section } from '#app/ui/section.tsx';
import type { Identity, UserDetail } from '#contract/user.ts';
import { ActBar } from '../act/act-bar.tsx';
import { IdentityList } from './identity-list.tsx';
import { UnlinkDialog } from './unlink-dialog.tsx';

const LinkDialog = lazyWithWords([], async () => (await import('./link-dialog.tsx')).LinkDialog);

/** The accounts by which someone signs in, and the acts on them. */
export function IdentitiesSection({ detail }: { detail: UserDetail }) {
  const t = useT('identities');
  const [asking, setAsking] = useState<Identity | 'link' | null>(null);
  const close = () => setAsking(null);
  const link = {
    act: 'linkIdentity',
    label: t('link'),
    icon: <Link2 aria-hidden className="size-4" />,
    onSelect: () => setAsking('link'),
  } as const;
  return (
    <Section title={t('title')}>
      <IdentityList detail={detail} onUnlink={setAsking} />
      <ActBar detail={detail} buttons={[link]} />
      <Suspense>{asking === 'link' && <LinkDialog user={detail.user} onClose={close} />}</Suspense>
      {asking && asking !== 'link' && <UnlinkDialog user={detail.user} identity={asking} onClose={close} />}
    </Section>
  );
}
