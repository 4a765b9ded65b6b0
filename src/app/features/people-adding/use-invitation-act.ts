import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeInvitation } from '#app/lib/adding-queries.ts';
import { useCall } from '#app/lib/call-context.ts';
import { organizationKey, useOrganization } from '#app/organization/organization-context.ts';
import type {
  Invitation,
  resendInvitation as resendRoute,
  withdrawInvitation as withdrawRoute,
} from '#contract/create-user.ts';

type InvitationRoute = typeof resendRoute | typeof withdrawRoute;

/** One act on an invitation, done once however often it is pressed. */
export function useInvitationAct(
  route: InvitationRoute,
  { id: invitationId }: Invitation,
  after: (invitation: Invitation) => Invitation | null,
) {
  const call = useCall();
  const cache = useQueryClient();
  const { organization } = useOrganization();
  const mutationKey = [...organizationKey(organization), route.name, invitationId];
  const { mutate, ...mutation } = useMutation({
    mutationKey,
    mutationFn: ({ reason }: { reason?: string }) => call(route, { params: { invitationId }, reason }),
    onSuccess: () => changeInvitation(cache, organization, invitationId, after),
  });
  const mutateOnce = (...given: Parameters<typeof mutate>) => {
    if (cache.isMutating({ mutationKey }) === 0) mutate(...given);
  };
  return { ...mutation, mutate: mutateOnce };
}
