import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { WaitingNotice } from '#app/failure/waiting-notice.tsx';
import { ProblemError } from '#app/lib/call-error.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useScreenTitle } from '#app/lib/screen-title.ts';
import { knownUser, useUserQueries } from '#app/lib/user-queries.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Card } from '#app/ui/section.tsx';
import type { UserId } from '#contract/user.ts';
import { MissingUser } from './missing-user.tsx';
import { UserHeader } from './user-header.tsx';
import { UserSections, UserSectionsSkeleton } from './user-sections.tsx';

/** All there is to know about one member. */
export function UserPage({ userId }: { userId: UserId }) {
  const t = useT('userPage');
  const { organization } = useOrganization();
  const cache = useQueryClient();
  const query = useQuery(useUserQueries().detail(userId));
  const { data: detail, error, failureReason, failureCount, isFetching, refetch } = query;
  const user = detail?.user ?? knownUser(cache, organization, userId);
  const isMissing = error instanceof ProblemError && error.type === 'user-not-found';
  useScreenTitle(isMissing ? t('missingTitle') : user ? isolated(user.name) : t('loading'));
  if (isMissing) return <MissingUser />;
  const retry = { run: () => void refetch(), pending: isFetching };
  return (
    <>
      <UserHeader user={user} detail={detail} />
      {detail ? (
        <div className="grid gap-4">
          {error && <Banner tone="warning">{t('stale')}</Banner>}
          <UserSections detail={detail} retry={retry} />
        </div>
      ) : error ? (
        <Card>
          <FailurePanel error={error} onRetry={retry.run} retrying={retry.pending} />
        </Card>
      ) : (
        <div className="grid gap-4">
          <WaitingNotice reason={failureReason} count={failureCount} />
          <UserSectionsSkeleton />
        </div>
      )}
    </>
  );
}
