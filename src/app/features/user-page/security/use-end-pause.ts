import { useUserAct } from '#app/lib/user-act.ts';
import { removeBruteForceBlocks } from '#contract/security.ts';
import type { UserId } from '#contract/user.ts';

/** Lets someone sign in again whom brute-force protection refuses. */
export function useEndPause(userId: UserId) {
  return useUserAct(userId, 'removeBruteForceBlocks', {
    run: (call, { reason }) => call(removeBruteForceBlocks, { params: { userId }, reason }),
    onDone: (known) =>
      known.change((detail) => ({ ...detail, bruteForceBlocks: { state: 'ready', items: [] } })),
  });
}
