import { useQuery } from '@tanstack/react-query';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { useAccessQuery } from '#app/lib/access-queries.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { useT } from '#app/messages/use-t.ts';
import { Loading } from '#app/ui/loading.tsx';
import { Section } from '#app/ui/section.tsx';
import { Skeleton } from '#app/ui/skeleton.tsx';
import type { UserDetail } from '#contract/user.ts';
import { ApplicationsSection } from './applications-section.tsx';
import { DevicesSection } from './devices-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** Where someone is signed in, which applications have access, and on which devices. */
export function AccessSections({ detail }: { detail: UserDetail }) {
  const t = useT('security');
  const query = useQuery(useAccessQuery(detail.user.user_id));
  const error = useLastingError(query);
  const { data: access, isFetching, refetch } = query;
  const retry = { run: () => void refetch(), pending: isFetching };
  if (!access) {
    return (
      <Section title={t('sessions.title')}>
        {error ? (
          <FailurePanel error={error} onRetry={retry.run} retrying={isFetching} />
        ) : (
          <Loading label={t('sessions.loading')}>
            <Skeleton className="my-2 w-2/3" />
            <Skeleton className="my-2 w-1/2" />
          </Loading>
        )}
      </Section>
    );
  }
  const { sessions, refreshTokens, deviceCredentials: devices } = access;
  const isNothingOpen = [sessions, refreshTokens].every(isEmpty);
  const showsDevices = devices.state === 'ready' && devices.items.length > 0;
  return (
    <>
      <SessionsSection detail={detail} sessions={sessions} endsAll={!isNothingOpen} retry={retry} />
      <ApplicationsSection detail={detail} tokens={refreshTokens} retry={retry} />
      {showsDevices && <DevicesSection detail={detail} devices={devices.items} />}
    </>
  );
}

function isEmpty(part: { state: string; items?: unknown[] }): boolean {
  return part.state === 'ready' && part.items?.length === 0;
}
