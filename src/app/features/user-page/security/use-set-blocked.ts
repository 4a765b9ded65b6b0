import { useUserAct } from '#app/lib/user-act.ts';
import type { UserId } from '#contract/user.ts';
import { setUserBlocked } from '#contract/user-routes.ts';

export function useSetBlocked(userId: UserId, act: 'block' | 'unblock') {
  return useUserAct(userId, act, {
    run: (call, { reason }) =>
      call(setUserBlocked, { params: { userId }, body: { blocked: act === 'block' }, reason }),
    onDone: (known, saved) => known.remember(saved),
  });
}
