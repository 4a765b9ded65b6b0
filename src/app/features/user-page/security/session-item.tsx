import { MonitorSmartphone } from 'lucide-react';
import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { RelativeTime } from '#app/ui/relative-time.tsx';
import type { Session } from '#contract/security.ts';
import type { UserDetail } from '#contract/user.ts';
import { RowAct } from '../act/row-act.tsx';
import { IconItem } from '../icon-item.tsx';
import { useDeviceWords } from '../traces/device-words.ts';

interface SessionItemProps {
  detail: UserDetail;
  session: Session;
  onEnd: () => void;
}

/** One browser in which someone is signed in. */
export function SessionItem({ detail, session, onEnd }: SessionItemProps) {
  const t = useT('security.sessions');
  const format = useFormat();
  const device = useDeviceWords()(session.user_agent);
  const { ip, applications, authenticated_at, last_interacted_at, expires_at } = session;
  const action = (
    <RowAct
      detail={detail}
      act="endSessions"
      item={session.id}
      label={t('end')}
      name={t('endNamed', { device })}
      onSelect={onEnd}
    />
  );
  return (
    <IconItem icon={MonitorSmartphone} title={device} action={action}>
      {ip && <bdi dir="ltr">{ip}</bdi>}
      {applications.length > 0 && <bdi>{t('application', { list: format.list(applications) })}</bdi>}
      {authenticated_at && (
        <span>{t.rich('since', { when: () => <RelativeTime value={authenticated_at} /> })}</span>
      )}
      {last_interacted_at && (
        <span>{t.rich('seen', { when: () => <RelativeTime value={last_interacted_at} /> })}</span>
      )}
      {expires_at && <span>{t.rich('ends', { when: () => <RelativeTime value={expires_at} /> })}</span>}
    </IconItem>
  );
}
