import { MonitorOff } from 'lucide-react';
import { useState } from 'react';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Section } from '#app/ui/section.tsx';
import type { Session, UserAccess } from '#contract/security.ts';
import type { UserDetail } from '#contract/user.ts';
import { ActBar } from '../act/act-bar.tsx';
import { PagePart, type Retry } from '../page-part.tsx';
import { useDeviceWords } from '../traces/device-words.ts';
import { EndAllDialog } from './end-all-dialog.tsx';
import { EndOneDialog } from './end-one-dialog.tsx';
import { SessionItem } from './session-item.tsx';
import { useEndSession } from './use-end-access.ts';

interface SessionsSectionProps {
  detail: UserDetail;
  sessions: UserAccess['sessions'];
  /** Whether there is anything that all could end. */
  endsAll: boolean;
  retry: Retry;
}

/** The browsers in which someone is signed in. */
export function SessionsSection({ detail, sessions, endsAll, retry }: SessionsSectionProps) {
  const t = useT('security.sessions');
  const [asking, setAsking] = useState<Session | 'all' | null>(null);
  const { user } = detail;
  const name = isolated(user.name);
  const close = () => setAsking(null);
  if (sessions.state === 'unentitled') {
    return (
      <Section title={t('title')} padding="flush">
        <EmptyState icon={MonitorOff} title={t('unentitled')}>
          {detail.acts.block.allowed && t('unentitledAdvice', { name })}
        </EmptyState>
      </Section>
    );
  }
  const endAll = { act: 'endSessions', label: t('endAll'), onSelect: () => setAsking('all') } as const;
  return (
    <Section title={t('title')}>
      <PagePart part={sessions} retry={retry} empty={t('none', { name })}>
        {(items) => (
          <ul>
            {items.map((session) => (
              <SessionItem
                key={session.id}
                detail={detail}
                session={session}
                onEnd={() => setAsking(session)}
              />
            ))}
          </ul>
        )}
      </PagePart>
      {endsAll && <ActBar detail={detail} buttons={[endAll]} />}
      {asking === 'all' && <EndAllDialog user={user} onClose={close} />}
      {asking && asking !== 'all' && <EndSessionDialog detail={detail} session={asking} onClose={close} />}
    </Section>
  );
}

interface EndSessionDialogProps {
  detail: UserDetail;
  session: Session;
  onClose: () => void;
}

function EndSessionDialog({ detail, session, onClose }: EndSessionDialogProps) {
  const t = useT('security.sessions');
  const device = useDeviceWords()(session.user_agent);
  const { user } = detail;
  return (
    <EndOneDialog
      ending={useEndSession(user.user_id)}
      id={session.id}
      title={t('endQuestion', { name: isolated(user.name), device })}
      confirmLabel={t('endOne')}
      done={t('ended')}
      onClose={onClose}
    >
      <p>{t('endConsequence')}</p>
    </EndOneDialog>
  );
}
