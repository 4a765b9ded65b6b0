import {
  Ban,
  CircleDot,
  CircleX,
  KeyRound,
  LogIn,
  type LucideIcon,
  Mail,
  ShieldCheck,
  UserRound,
} from 'lucide-react';
import { useT } from '#app/messages/use-t.ts';
import type { ActivityEntry, ActivityGroup } from '#contract/activity.ts';
import { FactLine } from '../fact-line.tsx';
import { useDeviceWords } from '../traces/device-words.ts';
import { usePlaceName } from '../traces/place-name.ts';
import { ActivityDetails } from './activity-details.tsx';
import type { ActivityTimes } from './activity-times.ts';

const icons: Record<ActivityGroup, LucideIcon> = {
  'sign-in': LogIn,
  'failed-sign-in': CircleX,
  password: KeyRound,
  'second-factor': ShieldCheck,
  profile: UserRound,
  block: Ban,
  message: Mail,
  other: CircleDot,
};

interface ActivityItemProps {
  entry: ActivityEntry;
  times: ActivityTimes;
}

/** One entry: what happened, when, and in short from where. */
export function ActivityItem({ entry, times }: ActivityItemProps) {
  const event = useEventWords()(entry.type);
  const deviceOf = useDeviceWords();
  const place = usePlaceName()(entry);
  const Icon = icons[entry.group];
  const isBad = entry.group === 'failed-sign-in' || entry.group === 'block';
  return (
    <li className="flex gap-3 border-b border-line py-2 last:border-b-0">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isBad ? 'text-danger' : 'text-muted'}`} />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <p className="min-w-0 font-medium">{event}</p>
          <time dateTime={entry.date} className="text-sm text-muted figures">
            {times.time(entry.date)}
          </time>
        </div>
        <FactLine>
          {entry.client_name && <bdi>{entry.client_name}</bdi>}
          {place && <bdi>{place}</bdi>}
          {entry.user_agent && <span>{deviceOf(entry.user_agent)}</span>}
          <ActivityDetails entry={entry} event={event} times={times} />
        </FactLine>
      </div>
    </li>
  );
}

/** Words for an event; Auth0 adds codes, so an unknown one is shown as it is. */
function useEventWords(): (type: string) => string {
  const events = useT('events');
  const t = useT('activity');
  return (type) => {
    const code = type as 's';
    return events.has(code) ? events(code) : t('otherEvent', { type });
  };
}
