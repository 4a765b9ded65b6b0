import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import * as z from 'zod/mini';
import { ProblemError } from '#app/lib/call-error.ts';
import { interruptedIn } from '#app/lib/interrupted-act.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useUserQueries } from '#app/lib/user-queries.ts';
import { type Field, fieldValues } from '#contract/field.ts';
import { editProfile, type ProfileEdit } from '#contract/profile-edit.ts';
import type { UserProfile } from '#contract/user.ts';
import type { Conflict } from './conflicts.tsx';
import { differences, type ProfileValues, pick, valuesOf } from './profile-values.ts';

/**
 * Saves a profile against what the admin has seen of it. Where someone else has changed the same meanwhile, nothing is
 * saved: `conflicts` then says what, and what is saved next is held against what was seen of that.
 */
export function useEditProfile(user: UserProfile, fields: readonly Field[]) {
  const cache = useQueryClient();
  const { detail } = useUserQueries();
  const [seen, setSeen] = useState(() => seenBefore() ?? valuesOf(user, fields));
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const { mutateAsync } = useUserAct(user.user_id, 'editProfile', {
    run: (call, { reason, ...body }: ProfileEdit & { reason?: string }) =>
      call(editProfile, { params: { userId: user.user_id }, body, reason }),
    onDone: (known, saved) => known.remember(saved),
  });

  /** Gives the values that are no longer as they were seen, or null when it is saved. */
  async function save(values: ProfileValues, why: { reason?: string }): Promise<ProfileValues | null> {
    const keys = differences(seen, values);
    try {
      await mutateAsync({ changes: pick(values, keys), seen: seenOf(pick(seen, keys)), ...why });
      return null;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.type !== 'changed-meanwhile') throw error;
      const fresh = await cache.fetchQuery({ ...detail(user.user_id), staleTime: 0 });
      const now = valuesOf(fresh.user, fields);
      const both = keys.filter((key) => differences(seen, { [key]: now[key] ?? null }).length > 0);
      if (both.length === 0) throw error;
      setSeen(now);
      setConflicts(
        both.map((key) => ({ key, mine: values[key] ?? null, theirs: now[key] ?? null, chosen: null })),
      );
      const others = Object.keys(now).filter((key) => !keys.includes(key));
      return Object.fromEntries(others.map((key) => [key, now[key] ?? null]));
    }
  }

  const choose = (conflict: Conflict, chosen: 'mine' | 'theirs') =>
    setConflicts((all) => all.map((one) => (one.key === conflict.key ? { ...one, chosen } : one)));

  return { seen, conflicts, choose, save };
}

/** What he had seen when he was sent to sign in again: others may have changed it since. */
function seenBefore(): ProfileValues | null {
  const { data } = z.object({ seen: fieldValues }).safeParse(interruptedIn('editProfile')?.chosen);
  return data?.seen ?? null;
}

/** A name is never nothing; the schema of what was seen holds to that. */
function seenOf({ name, ...rest }: ReturnType<typeof pick>): ProfileEdit['seen'] {
  return { ...rest, ...(name && { name }) };
}
