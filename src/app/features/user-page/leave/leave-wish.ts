import * as z from 'zod/mini';
import { interruptedIn } from '#app/lib/interrupted-act.ts';
import type { LeaveWish } from '#contract/leave.ts';
import type { UserDetail, UserProfile } from '#contract/user.ts';

export type LeaveWay = LeaveWish['way'];

/** What has been chosen so far. */
export interface LeaveDraft {
  way: LeaveWay;
  days: number;
  /** What was typed to confirm that he is meant. */
  typed: string;
}

/** By the acts' names: what a way is made of. */
export function actsOf({ way }: LeaveDraft): readonly ['leave', ...'delete'[]] {
  return way === 'remove' ? ['leave'] : ['leave', 'delete'];
}

/** As long as most laws and contracts give to change one's mind. */
const usualDays = 30;

export const leaveWays: readonly LeaveWay[] = ['remove', 'delete-later', 'delete-now'];

/** The ways that are open for this person: whoever belongs to others too is only removed. */
export function openWays({ acts }: UserDetail): readonly LeaveWay[] {
  return acts.delete.allowed ? leaveWays : ['remove'];
}

export function isShared({ acts }: UserDetail): boolean {
  return !acts.delete.allowed && acts.delete.rule === 'shared-user';
}

export function firstDraft(detail: UserDetail): LeaveDraft {
  return {
    way: openWays(detail).includes('delete-later') ? 'delete-later' : 'remove',
    days: usualDays,
    typed: '',
  };
}

const interruptedLeave = z.object({
  draft: z.object({
    way: z.enum(['remove', 'delete-later', 'delete-now']),
    days: z.number(),
    typed: z.string(),
  }),
  isReviewed: z.boolean(),
});

/** What was chosen before the admin was sent to sign in again; null when that is not open any more. */
export function leaveBefore(detail: UserDetail): z.infer<typeof interruptedLeave> | null {
  const { data } = interruptedLeave.safeParse(interruptedIn('leave')?.chosen);
  const isOpen = data && openWays(detail).includes(data.draft.way) && areDaysRight(data.draft.days);
  return isOpen ? data : null;
}

export function areDaysRight(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= 365;
}

export function deletionDay(days: number): Date {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day;
}

/** What a person is known by, to be typed before he is deleted, and what it is. */
export function knownBy({ email, username, phone_number, name }: UserProfile) {
  if (email !== undefined) return { kind: 'email', text: email } as const;
  if (username !== undefined) return { kind: 'username', text: username } as const;
  if (phone_number !== undefined) return { kind: 'phone', text: phone_number } as const;
  return { kind: 'name', text: name } as const;
}

export function wishOf({ way, days, typed }: LeaveDraft): LeaveWish {
  if (way === 'delete-later') return { way, days };
  return way === 'delete-now' ? { way, confirm: typed } : { way };
}
