import { Suspense } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import type { UserDetail } from '#contract/user.ts';

const LeaveActs = lazyWithWords<{ detail: UserDetail }>(
  ['leave'],
  async () => (await import('./leave-acts.tsx')).LeaveActs,
);

/** "Leaving and deletion", at the end of the profile. */
export function LeaveSection({ detail }: { detail: UserDetail }) {
  return (
    <Suspense>
      <LeaveActs detail={detail} />
    </Suspense>
  );
}
