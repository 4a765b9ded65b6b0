import type { UserDetail } from '#contract/user.ts';

/** "Leaving and deletion", at the end of the profile. */
export function LeaveSection(_: { detail: UserDetail }) {
  return null;
}
