import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { WaitingNotice } from '#app/failure/waiting-notice.tsx';
import { ProblemError } from '#app/lib/call-error.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { useScreenTitle } from '#app/lib/screen-title.ts';
import { knownUser, useUserQueries } from '#app/lib/user-queries.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Card } from '#app/ui/section.tsx';
import type { UserDetail, UserId } from '#contract/user.ts';
import { MissingUser } from './missing-user.tsx';
import { UserHeader } from './user-header.tsx';
import { UserSections, UserSectionsSkeleton } from './user-sections.tsx';

/** All there is to know about one member. */
export function UserPage({ userId }: { userId: UserId }) {
  const t = useT('userPage');
  const { organization } = useOrganization();
  const cache = useQueryClient();
  const query = useQuery(useUserQueries().detail(userId));
  const user = query.data?.user ?? knownUser(cache, organization, userId);
  const isMissing = query.error instanceof ProblemError && query.error.type === 'user-not-found';
  useScreenTitle(isMissing ? t('missingTitle') : user ? isolated(user.name) : t('loading'));
  return (
    <>
      <UserHeader user={isMissing ? 'missing' : user} detail={query.data} />
      {isMissing ? <MissingUser /> : <UserBody query={query} />}
    </>
  );
}

function UserBody({ query }: { query: UseQueryResult<UserDetail> }) {
  const t = useT('userPage');
  const { data: detail, failureReason, failureCount, isFetching, refetch } = query;
  const error = useLastingError(query);
  const retry = { run: () => void refetch(), pending: isFetching };
  if (!detail && error) {
    return (
      <Card>
        <FailurePanel error={error} onRetry={retry.run} retrying={isFetching} />
      </Card>
    );
  }
  return (
    <div className="grid gap-4">
      {isFetching && <WaitingNotice reason={failureReason} count={failureCount} />}
      {error && <Banner tone="warning">{t('stale')}</Banner>}
      {detail ? <UserSections detail={detail} retry={retry} /> : <UserSectionsSkeleton />}
    </div>
  );
}
