import { useUserAct, type Why } from '#app/lib/user-act.ts';
import { type LeaveWish, leave } from '#contract/leave.ts';
import type { UserId } from '#contract/user.ts';

/** Sees someone out. What came of it stands in the receipt, step by step. */
export function useLeave(userId: UserId) {
  return useUserAct(userId, 'leave', {
    run: (call, { wish, reason }: { wish: LeaveWish } & Why) =>
      call(leave, { params: { userId }, body: wish, reason }),
    onDone: (known, { user }) => {
      if (!user) return known.forget();
      known.remember(user);
      void known.renew();
      void known.renewAccess();
    },
  });
}
