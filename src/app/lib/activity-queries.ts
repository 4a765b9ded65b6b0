import { infiniteQueryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type ActivityGroup, getActivity } from '#contract/activity.ts';
import type { OrganizationId } from '#contract/me.ts';
import type { UserId } from '#contract/user.ts';
import { organizationKey, useOrganization } from '../organization/organization-context.ts';
import { useCall } from './call-context.ts';

export interface ActivityFilter {
  group?: ActivityGroup;
  /** Moments in UTC; `to` is exclusive. */
  from?: string;
  to?: string;
}

/** How the key of everything about one member's activity begins. */
export function activityKey(organization: OrganizationId, userId: UserId) {
  return [...organizationKey(organization), 'users', 'activity', userId] as const;
}

/** What one member did, and what was done to him: the newest first, older entries page by page. */
export function useActivityQuery(userId: UserId, filter: ActivityFilter) {
  const call = useCall();
  const { organization } = useOrganization();
  return useMemo(
    () =>
      infiniteQueryOptions({
        queryKey: [...activityKey(organization, userId), filter],
        queryFn: ({ signal, pageParam }) =>
          call(getActivity, { params: { userId }, query: { ...filter, cursor: pageParam }, signal }),
        initialPageParam: undefined as string | undefined,
        getNextPageParam: ({ next }) => next,
      }),
    [call, organization, userId, filter],
  );
}
