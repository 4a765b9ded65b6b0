import { queryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import { previewLink } from '#contract/identities.ts';
import type { UserId } from '#contract/user.ts';
import { organizationKey, useOrganization } from '../organization/organization-context.ts';
import { useCall } from './call-context.ts';

/** What is lost when a second account is linked to a member; asked anew each time, because it decides. */
export function useLinkPreviewQuery(userId: UserId, second: UserId) {
  const call = useCall();
  const { organization } = useOrganization();
  return useMemo(
    () =>
      queryOptions({
        queryKey: [...organizationKey(organization), 'users', 'link-preview', userId, second],
        queryFn: ({ signal }) => call(previewLink, { params: { userId }, query: { with: second }, signal }),
        staleTime: 0,
        gcTime: 0,
      }),
    [call, organization, userId, second],
  );
}
