import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useAddingQueries } from '#app/lib/adding-queries.ts';
import { useCall } from '#app/lib/call-context.ts';
import { createUser, type NewUser } from '#contract/create-user.ts';

/** Adds a person. He is no member before he has signed in, so that only the invitations become another. */
export function useAddPerson() {
  const call = useCall();
  const cache = useQueryClient();
  const { invitations } = useAddingQueries();
  return useMutation({
    mutationFn: ({ reason, ...body }: NewUser & { reason?: string }) => call(createUser, { body, reason }),
    onSuccess: () => cache.invalidateQueries({ queryKey: invitations.queryKey }),
  });
}
