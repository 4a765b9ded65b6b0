import { useId } from 'react';
import { dayIn } from '#app/lib/time-zone.ts';
import type { ActivityEntry } from '#contract/activity.ts';
import { ActivityItem } from './activity-item.tsx';
import { type ActivityTimes, useActivityTimes } from './activity-times.ts';

interface ActivityDaysProps {
  entries: ActivityEntry[];
  zone: string;
}

/** Entries under the day that they fall on in the chosen time zone. */
export function ActivityDays({ entries, zone }: ActivityDaysProps) {
  const times = useActivityTimes(zone);
  const days = Map.groupBy(entries, ({ date }) => dayOf(date, zone));
  return [...days].map(([day, ofDay]) => <Day key={day} entries={ofDay} times={times} />);
}

/** What is not a time stays in a group of its own. */
function dayOf(date: string, zone: string): string {
  const moment = new Date(date);
  return Number.isNaN(moment.getTime()) ? '' : dayIn(zone, moment);
}

function Day({ entries, times }: { entries: ActivityEntry[]; times: ActivityTimes }) {
  const id = useId();
  const [first] = entries;
  return (
    <section aria-labelledby={id}>
      <h3
        id={id}
        className="sticky top-0 z-1 border-b border-line bg-canvas px-4 py-1 text-sm font-medium text-muted"
      >
        {first && times.day(first.date)}
      </h3>
      <ol className="px-4">
        {entries.map((entry) => (
          <ActivityItem key={entry.log_id} entry={entry} times={times} />
        ))}
      </ol>
    </section>
  );
}
