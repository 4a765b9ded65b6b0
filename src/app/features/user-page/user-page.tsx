import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { WaitingNotice } from '#app/failure/waiting-notice.tsx';
import { ProblemError } from '#app/lib/call-error.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { OfferedActsProvider } from '#app/lib/offered-acts.ts';
import { useScreenTitle } from '#app/lib/screen-title.ts';
import { knownUser, useUserQueries } from '#app/lib/user-queries.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import type { UserTab } from '#app/paths.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Card } from '#app/ui/section.tsx';
import type { UserDetail, UserId } from '#contract/user.ts';
import { LeavingBanner } from './leave/leaving-banner.tsx';
import { MissingUser } from './missing-user.tsx';
import { TabBody } from './tabs/tab-body.tsx';
import { TabSkeleton } from './tabs/tab-skeleton.tsx';
import { UserTabs } from './tabs/user-tabs.tsx';
import { UserHeader } from './user-header.tsx';

interface UserPageProps {
  userId: UserId;
  tab: UserTab;
}

/** All there is to know about one member, and all that can be done for him. */
export function UserPage({ userId, tab }: UserPageProps) {
  const { organization } = useOrganization();
  const cache = useQueryClient();
  const query = useQuery(useUserQueries().detail(userId));
  const user = query.data?.user ?? knownUser(cache, organization, userId);
  const isMissing = query.error instanceof ProblemError && query.error.type === 'user-not-found';
  usePageTitle(user?.name, tab, isMissing);
  return (
    <OfferedActsProvider value={query.data?.acts ?? noActs}>
      <UserHeader user={isMissing ? 'missing' : user} detail={query.data} />
      {isMissing ? (
        <MissingUser />
      ) : (
        <>
          <UserTabs userId={userId} current={tab} />
          <UserBody query={query} tab={tab} />
        </>
      )}
    </OfferedActsProvider>
  );
}

const noActs = {};

/** The person's name; of the tabs but the first also theirs, so that the history tells them apart. */
function usePageTitle(name: string | undefined, tab: UserTab, isMissing: boolean) {
  const t = useT('userPage');
  const who = name === undefined ? t('loading') : isolated(name);
  const title = tab === 'profile' ? who : `${who} · ${t(`tabs.${tab}`)}`;
  useScreenTitle(isMissing ? t('missingTitle') : title);
}

function UserBody({ query, tab }: { query: UseQueryResult<UserDetail>; tab: UserTab }) {
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
      {detail && <LeavingBanner detail={detail} />}
      {isFetching && <WaitingNotice reason={failureReason} count={failureCount} />}
      {error && <Banner tone="warning">{t('stale')}</Banner>}
      {detail ? <TabBody tab={tab} detail={detail} retry={retry} /> : <TabSkeleton tab={tab} />}
    </div>
  );
}
