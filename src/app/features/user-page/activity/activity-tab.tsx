import { EyeOff } from 'lucide-react';
import { useMemo, useState } from 'react';
import { rememberedTimeZone, rememberTimeZone } from '#app/lib/time-zone.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Section } from '#app/ui/section.tsx';
import type { TabProps } from '../tabs/tab-body.tsx';
import { ActivityFilters } from './activity-filters.tsx';
import { ActivityLog } from './activity-log.tsx';
import { filterOf, isReversed, useActivityView } from './activity-view.ts';

/** What someone did, and what was done to him. */
export function ActivityTab({ detail }: TabProps) {
  const t = useT('activity');
  const { can } = useOrganization();
  const [view, setView] = useActivityView();
  const [zone, setZone] = useState(rememberedTimeZone);
  const filter = useMemo(() => filterOf(view, zone), [view, zone]);
  const chooseZone = (chosen: string) => {
    setZone(chosen);
    rememberTimeZone(chosen);
  };
  if (!can('read:activity')) {
    return (
      <Section title={t('title')}>
        <EmptyState icon={EyeOff} title={t('forbidden')}>
          {t('forbiddenAdvice')}
        </EmptyState>
      </Section>
    );
  }
  return (
    <Section title={t('title')} padding="flush">
      <ActivityFilters view={view} onChange={setView} zone={zone} onZone={chooseZone} />
      {!isReversed(view) && (
        <ActivityLog
          userId={detail.user.user_id}
          filter={filter}
          zone={zone}
          onClear={() => setView(noFilter)}
        />
      )}
    </Section>
  );
}

const noFilter = { group: undefined, from: undefined, to: undefined };
