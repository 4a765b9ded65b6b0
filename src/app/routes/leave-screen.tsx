import { Suspense } from 'react';
import { segmentValue } from '#app/lib/location.ts';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Loading } from '#app/ui/loading.tsx';
import { userId } from '#contract/user.ts';
import { NotFoundScreen } from './not-found-screen.tsx';

const LeavePage = lazyWithWords(
  ['userPage', 'forms', 'leave'],
  async () => (await import('#app/features/user-page/leave/leave-page.tsx')).LeavePage,
);

interface LeaveScreenProps {
  /** A segment as it stands in the address. */
  userId: string;
}

export function LeaveScreen({ userId: person }: LeaveScreenProps) {
  const t = useT('ui');
  const id = segmentValue(person);
  if (id === null) return <NotFoundScreen />;
  return (
    <Suspense fallback={<Loading label={t('loading')} />}>
      <LeavePage key={id} userId={userId.parse(id)} />
    </Suspense>
  );
}
