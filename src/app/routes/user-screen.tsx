import { Suspense } from 'react';
import { segmentValue } from '#app/lib/location.ts';
import { loadWords } from '#app/messages/catalogue.ts';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { userTabs } from '#app/paths.ts';
import { Loading } from '#app/ui/loading.tsx';
import { userId } from '#contract/user.ts';
import { NotFoundScreen } from './not-found-screen.tsx';

const areas = ['userPage', 'forms'] as const;
const loadUserPage = async () => (await import('#app/features/user-page/user-page.tsx')).UserPage;
const UserPage = lazyWithWords(areas, loadUserPage);

/** Loads the page ahead. What fails here is tried again when the page is opened, and said there. */
export function prepareUserScreen() {
  void Promise.allSettled([loadUserPage(), loadWords(areas)]);
}

interface UserScreenProps {
  /** Segments as they stand in the address. */
  userId: string;
  tab: string | undefined;
}

export function UserScreen({ userId: person, tab = 'profile' }: UserScreenProps) {
  const t = useT('ui');
  const id = segmentValue(person);
  const shown = userTabs.find((known) => known === tab);
  if (id === null || !shown) return <NotFoundScreen />;
  return (
    <Suspense fallback={<Loading label={t('loading')} />}>
      <UserPage key={id} userId={userId.parse(id)} tab={shown} />
    </Suspense>
  );
}
