import { Suspense } from 'react';
import { ErrorBoundary } from '#app/failure/error-boundary.tsx';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import type { UserTab } from '#app/paths.ts';
import { Loading } from '#app/ui/loading.tsx';
import type { UserDetail } from '#contract/user.ts';
import type { Retry } from '../page-part.tsx';
import { ProfileTab } from '../profile/profile-tab.tsx';

/** What every tab is given: the person, and the way to ask for him again. */
export interface TabProps {
  detail: UserDetail;
  retry: Retry;
}

const SecurityTab = lazyWithWords<TabProps>(
  ['security', 'identities', 'traces'],
  async () => (await import('../security/security-tab.tsx')).SecurityTab,
);
const RolesTab = lazyWithWords<TabProps>(
  ['roles'],
  async () => (await import('../roles/roles-tab.tsx')).RolesTab,
);
const ActivityTab = lazyWithWords<TabProps>(
  ['activity', 'events', 'traces'],
  async () => (await import('../activity/activity-tab.tsx')).ActivityTab,
);

const tabs = { profile: ProfileTab, security: SecurityTab, roles: RolesTab, activity: ActivityTab };

/** One part of a user's page; it comes when it is first opened, and breaks alone. */
export function TabBody({ tab, ...props }: TabProps & { tab: UserTab }) {
  const t = useT('ui');
  const Tab = tabs[tab];
  return (
    <ErrorBoundary key={tab}>
      <Suspense fallback={<Loading label={t('loading')} />}>
        <Tab {...props} />
      </Suspense>
    </ErrorBoundary>
  );
}
