import { type RefObject, useEffect } from 'react';
import type { UserId } from '#contract/user.ts';

interface Place {
  /** The list as it was: search, filters, page. */
  address: string;
  userId: UserId;
  scrollTop: number;
}

let left: Place | null = null;

/** Notes where someone leaves the list to look at a user. */
export function leavePlace(userId: UserId) {
  left = { address: location.href, userId, scrollTop: scrollY };
}

/** Whether someone comes back to the list that he left for a user. */
export function isReturning(): boolean {
  return left?.address === location.href;
}

/** Takes someone who comes back to the same list to the row he left from, by eye and by keyboard. */
export function useReturnToPlace(body: RefObject<HTMLElement | null>) {
  useEffect(() => {
    if (!left || !isReturning()) return;
    const { userId, scrollTop } = left;
    // After the shell has taken the new screen to its top.
    const frame = requestAnimationFrame(() => {
      left = null;
      scrollTo(0, scrollTop);
      const row = body.current?.querySelector(`tr[data-user-id="${CSS.escape(userId)}"]`);
      row?.querySelector('a')?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [body]);
}
