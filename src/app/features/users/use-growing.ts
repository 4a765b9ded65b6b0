import { startTransition, useEffect, useState } from 'react';
import type { UserSummary } from '#contract/user.ts';

/** About as many rows as a window shows. */
const first = 12;
const step = 25;

interface Drawn {
  users: readonly UserSummary[];
  count: number;
  /** The view that they are of. */
  view: string;
}

/**
 * The first rows at once, the others in further frames: a hundred at a time would hold up whoever types or presses
 * meanwhile.
 *
 * @param view - tells one search, order or page from another.
 * @param atOnce - draws all of the first ones, so that a place among them can be gone back to.
 */
export function useGrowing(
  users: readonly UserSummary[],
  view: string,
  atOnce: () => boolean,
): readonly UserSummary[] {
  const [drawn, setDrawn] = useState<Drawn>(() => ({ users, count: atOnce() ? users.length : first, view }));
  // The same view with news keeps its rows, whoever comes first now: someone may be far down among them.
  const isOther = drawn.view !== view && drawn.users[0]?.user_id !== users[0]?.user_id;
  if (drawn.users !== users) setDrawn({ users, count: isOther ? first : drawn.count, view });

  const { count } = drawn;
  const hasMore = count < users.length;
  useEffect(() => {
    if (!hasMore) return;
    const grow = (before: Drawn) => (before.count === count ? { ...before, count: count + step } : before);
    startTransition(() => setDrawn(grow));
  }, [hasMore, count]);
  return hasMore ? users.slice(0, count) : users;
}
