import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getCreationOptions, type Invitation, listInvitations } from '#contract/create-user.ts';
import type { OrganizationId } from '#contract/me.ts';
import type { RouteOutput } from '#contract/route.ts';
import { organizationKey, useOrganization } from '../organization/organization-context.ts';
import { useCall } from './call-context.ts';

const invitationsKey = (organization: OrganizationId) =>
  [...organizationKey(organization), 'invitations'] as const;

/** What adding people to the organization takes, and whom it awaits. */
export function useAddingQueries() {
  const call = useCall();
  const { organization } = useOrganization();
  return useMemo(
    () => ({
      options: queryOptions({
        queryKey: [...organizationKey(organization), 'creation-options'],
        queryFn: ({ signal }) => call(getCreationOptions, { signal }),
      }),
      invitations: queryOptions({
        queryKey: invitationsKey(organization),
        queryFn: ({ signal }) => call(listInvitations, { signal }),
      }),
    }),
    [call, organization],
  );
}

/**
 * Puts what became of one invitation into the list. It is not asked for again: Auth0's search lags behind writes and
 * would bring the old one back.
 */
export function changeInvitation(
  cache: QueryClient,
  organization: OrganizationId,
  id: string,
  change: (invitation: Invitation) => Invitation | null,
) {
  cache.setQueryData<RouteOutput<typeof listInvitations>>(
    invitationsKey(organization),
    (list) =>
      list && {
        ...list,
        invitations: list.invitations.flatMap((entry) => (entry.id === id ? (change(entry) ?? []) : entry)),
      },
  );
}
