import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCall } from '#app/lib/call-context.ts';
import { rememberUser, useUserQueries } from '#app/lib/user-queries.ts';
import { organizationKey, useOrganization } from '#app/organization/organization-context.ts';
import { setUserBlocked } from '#contract/routes.ts';
import type { BlockedEdit, UserId } from '#contract/user.ts';

/** Blocks and unblocks one user. While one attempt is under way, a second does nothing. */
export function useSetBlocked(userId: UserId) {
  const call = useCall();
  const cache = useQueryClient();
  const { organization } = useOrganization();
  const { queryKey } = useUserQueries().detail(userId);
  const mutationKey = [...organizationKey(organization), 'set-blocked', userId];
  const { mutate, ...mutation } = useMutation({
    mutationKey,
    mutationFn: (edit: BlockedEdit) => call(setUserBlocked, { params: { userId }, body: edit }),
    // An answer that set out before the write would bring the old state back.
    onMutate: () => cache.cancelQueries({ queryKey }),
    onSuccess: (saved) => rememberUser(cache, organization, saved),
  });
  const mutateOnce: typeof mutate = (edit, options) => {
    // Two quick presses come before React has shown the first: the cache knows it already.
    if (cache.isMutating({ mutationKey }) === 0) mutate(edit, options);
  };
  return { ...mutation, mutate: mutateOnce };
}
