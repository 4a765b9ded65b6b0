import { useMemo } from 'react';
import { browserTimeZone, timeZones } from '#app/lib/time-zone.ts';
import { useT } from '#app/messages/use-t.ts';
import { Select } from '#app/ui/select.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import { activityGroup } from '#contract/activity.ts';
import { type ActivityView, isReversed, type ViewChange } from './activity-view.ts';

interface ActivityFiltersProps {
  view: ActivityView;
  onChange: (change: ViewChange) => void;
  zone: string;
  onZone: (zone: string) => void;
}

/** What kind of events, of which days, and in whose time. */
export function ActivityFilters({ view, onChange, zone, onZone }: ActivityFiltersProps) {
  const t = useT('activity');
  const groups = [
    { value: '', label: t('anything') },
    ...activityGroup.options.map((group) => ({ value: group, label: t(`groups.${group}`) })),
  ] as const;
  const { group = '', from = '', to = '' } = view;
  return (
    <div className="grid items-start gap-3 border-b border-line px-4 py-3 sm:grid-cols-2 lg:grid-cols-4">
      <Select
        label={t('group')}
        value={group}
        options={groups}
        onValueChange={(chosen) => onChange({ group: chosen === '' ? undefined : chosen })}
      />
      <TextField
        label={t('from')}
        type="date"
        value={from}
        max={to || undefined}
        onChange={(event) => onChange({ from: event.target.value || undefined })}
      />
      <TextField
        label={t('to')}
        type="date"
        value={to}
        min={from || undefined}
        error={isReversed(view) && t('wrongOrder')}
        onChange={(event) => onChange({ to: event.target.value || undefined })}
      />
      <TimeZoneChoice zone={zone} onZone={onZone} />
    </div>
  );
}

function TimeZoneChoice({ zone, onZone }: Pick<ActivityFiltersProps, 'zone' | 'onZone'>) {
  const t = useT('activity');
  const options = useMemo(() => {
    const own = browserTimeZone();
    const shown = (name: string) => name.replaceAll('_', ' ');
    // A zone that was chosen once stays in the list, also where this browser knows it by another name.
    return [...new Set([...timeZones(), zone])].map((name) => ({
      value: name,
      label: name === own ? t('yourTimeZone', { zone: shown(name) }) : shown(name),
    }));
  }, [t, zone]);
  return <Select label={t('timeZone')} value={zone} options={options} onValueChange={onZone} />;
}
