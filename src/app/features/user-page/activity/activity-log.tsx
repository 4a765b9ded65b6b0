import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { EyeOff, History } from 'lucide-react';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { WaitingNotice } from '#app/failure/waiting-notice.tsx';
import { type ActivityFilter, useActivityQuery } from '#app/lib/activity-queries.ts';
import { ProblemError } from '#app/lib/call-error.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { useT } from '#app/messages/use-t.ts';
import { Announcer } from '#app/ui/announcer.tsx';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import type { UserId } from '#contract/user.ts';
import { ActivityDays } from './activity-days.tsx';
import { ActivitySkeleton } from './activity-skeleton.tsx';
import { OlderEntries } from './older-entries.tsx';

interface ActivityLogProps {
  userId: UserId;
  filter: ActivityFilter;
  zone: string;
  /** Takes the filters away. */
  onClear: () => void;
}

/** The entries, by days; the newest first. */
export function ActivityLog({ userId, filter, zone, onClear }: ActivityLogProps) {
  const t = useT('activity');
  const query = useInfiniteQuery({
    ...useActivityQuery(userId, filter),
    placeholderData: keepPreviousData,
  });
  const error = useLastingError(query);
  const { data, isFetching, failureReason, failureCount, refetch, isPlaceholderData } = query;
  if (!data) {
    if (error instanceof ProblemError && error.type === 'permission-missing') {
      return (
        <EmptyState icon={EyeOff} title={t('forbidden')}>
          {t('forbiddenAdvice')}
        </EmptyState>
      );
    }
    if (error) return <FailurePanel error={error} onRetry={() => refetch()} retrying={isFetching} />;
    return (
      <>
        <WaitingNotice reason={failureReason} count={failureCount} />
        <ActivitySkeleton />
      </>
    );
  }
  const entries = data.pages.flatMap((page) => page.entries);
  const last = data.pages.at(-1);
  const isStale = query.isRefetchError && !query.isFetchNextPageError;
  return (
    <div aria-busy={isPlaceholderData} className={isPlaceholderData ? 'opacity-60' : undefined}>
      {isStale && <Banner tone="warning">{t('stale')}</Banner>}
      {entries.length === 0 && last?.next === null ? (
        <NoActivity filter={filter} onClear={onClear} />
      ) : (
        <ActivityDays entries={entries} zone={zone} />
      )}
      <Announcer message={t('shown', { count: entries.length })} />
      <OlderEntries query={query} truncated={last?.truncated ?? false} any={entries.length > 0} />
    </div>
  );
}

function NoActivity({ filter, onClear }: { filter: ActivityFilter; onClear: () => void }) {
  const t = useT('activity');
  const isFiltered = Object.values(filter).some((value) => value !== undefined);
  if (!isFiltered) {
    return (
      <EmptyState icon={History} title={t('noneTitle')}>
        {t('none')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={History}
      title={t('nothingFits')}
      action={<Button onClick={onClear}>{t('clear')}</Button>}
    >
      {t('nothingFitsAdvice')}
    </EmptyState>
  );
}
