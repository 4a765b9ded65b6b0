import { Suspense, useEffect } from 'react';
import { UsersPage } from '#app/features/users/users-page.tsx';
import { segmentValue } from '#app/lib/location.ts';
import { loadWords } from '#app/messages/catalogue.ts';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { OrganizationGate } from '#app/organization/organization-gate.tsx';
import { Shell } from '#app/shell/shell.tsx';
import { Loading } from '#app/ui/loading.tsx';
import { organizationId } from '#contract/me.ts';
import { type UserId, userId } from '#contract/user.ts';
import { FetchEarly } from './fetch-early.tsx';
import { NotFoundRoute } from './not-found-route.tsx';

interface OrganizationRouteProps {
  /** Segments as they stand in the address. */
  organization: string;
  userId: string | undefined;
}

/** The screens of one organization. */
export function OrganizationRoute({ organization, userId: person }: OrganizationRouteProps) {
  const place = segmentValue(organization);
  const user = person === undefined ? undefined : segmentValue(person);
  if (place === null || user === null) return <NotFoundRoute />;
  const id = organizationId.parse(place);
  const shown = user === undefined ? undefined : userId.parse(user);
  return (
    // The key lets nothing of one organization live on in another's screens.
    <OrganizationGate key={id} organization={id} early={<FetchEarly organization={id} userId={shown} />}>
      <Shell>{shown === undefined ? <UsersScreen /> : <UserScreen userId={shown} />}</Shell>
    </OrganizationGate>
  );
}

const userPageAreas = ['userPage', 'events'] as const;
const loadUserPage = async () => (await import('#app/features/user-page/user-page.tsx')).UserPage;
const UserPage = lazyWithWords(userPageAreas, loadUserPage);

function UsersScreen() {
  useEffect(() => {
    // What fails here is tried again when the page is opened, and said there.
    const prepare = () => void Promise.allSettled([loadUserPage(), loadWords(userPageAreas)]);
    // Safari has no idle callbacks; what is opened there loads when it is opened.
    if (!('requestIdleCallback' in window)) return;
    const idle = requestIdleCallback(prepare);
    return () => cancelIdleCallback(idle);
  }, []);
  return <UsersPage />;
}

function UserScreen({ userId: id }: { userId: UserId }) {
  const t = useT('ui');
  return (
    <Suspense fallback={<Loading label={t('loading')} />}>
      <UserPage key={id} userId={id} />
    </Suspense>
  );
}
