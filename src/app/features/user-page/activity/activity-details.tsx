import { useT } from '#app/messages/use-t.ts';
import { useConnectionLabel } from '#app/organization/connection-label.ts';
import { CopyButton } from '#app/ui/copy-button.tsx';
import { KeyValue, KeyValues } from '#app/ui/key-values.tsx';
import type { ActivityEntry } from '#contract/activity.ts';
import { usePlaceName } from '../traces/place-name.ts';
import type { ActivityTimes } from './activity-times.ts';

interface ActivityDetailsProps {
  entry: ActivityEntry;
  event: string;
  times: ActivityTimes;
}

/** All that is known of an entry, for whoever opens it. */
export function ActivityDetails({ entry, event, times }: ActivityDetailsProps) {
  const t = useT('activity');
  return (
    <details className="group text-sm">
      <summary
        aria-label={t('detailsOf', { event, time: times.exact(entry.date) })}
        className="w-fit rounded-sm text-muted hover:text-ink"
      >
        {t('details')}
      </summary>
      <div className="my-1 rounded-md bg-sunken px-3 py-1">
        <Facts entry={entry} times={times} />
      </div>
    </details>
  );
}

function Facts({ entry, times }: Omit<ActivityDetailsProps, 'event'>) {
  const t = useT('activity.detail');
  const words = useT('activity');
  const labelOf = useConnectionLabel();
  const place = usePlaceName()(entry);
  const { log_id, type, date, ip, user_agent, client_name, connection } = entry;
  return (
    <KeyValues>
      <KeyValue name={t('time')}>{times.exact(date)}</KeyValue>
      <KeyValue name={t('code')}>
        <code className="font-mono">{type}</code>
      </KeyValue>
      {ip && (
        <KeyValue name={t('ip')}>
          <bdi dir="ltr">{ip}</bdi>
        </KeyValue>
      )}
      {place && <KeyValue name={t('place')}>{place}</KeyValue>}
      {user_agent && (
        <KeyValue name={t('device')}>
          <bdi dir="ltr">{user_agent}</bdi>
        </KeyValue>
      )}
      {client_name && (
        <KeyValue name={t('application')}>
          <bdi>{client_name}</bdi>
        </KeyValue>
      )}
      {connection && (
        <KeyValue name={t('connection')}>
          <bdi>{labelOf(connection)}</bdi>
        </KeyValue>
      )}
      <KeyValue name={t('logId')}>
        <span className="flex items-start gap-1">
          <bdi dir="ltr" className="min-w-0 font-mono text-xs">
            {log_id}
          </bdi>
          <CopyButton text={log_id} label={words('copyLogId')} />
        </span>
      </KeyValue>
    </KeyValues>
  );
}
