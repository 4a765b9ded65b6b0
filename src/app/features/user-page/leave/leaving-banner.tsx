import { Suspense } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import type { UserDetail } from '#contract/user.ts';

const Leaving = lazyWithWords<{ detail: UserDetail }>(
  ['leave'],
  async () => (await import('./leaving-notice.tsx')).LeavingNotice,
);

/** Says on the page of someone who leaves that he does, and when. */
export function LeavingBanner({ detail }: { detail: UserDetail }) {
  if (detail.user.delete_at === undefined) return null;
  return (
    <Suspense>
      <Leaving detail={detail} />
    </Suspense>
  );
}
