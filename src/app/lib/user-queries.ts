import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { OrganizationId } from '#contract/me.ts';
import { listUsers } from '#contract/routes.ts';
import type { UserListQuery } from '#contract/search.ts';
import {
  type UserDetail,
  type UserId,
  type UserPage,
  type UserProfile,
  type UserSummary,
  userSummary,
} from '#contract/user.ts';
import { organizationKey, useOrganization } from '../organization/organization-context.ts';
import type { Call } from './api-client.ts';
import { useCall } from './call-context.ts';

const userKeys = {
  lists: (organization: OrganizationId) => [...organizationKey(organization), 'users', 'list'] as const,
  details: (organization: OrganizationId) => [...organizationKey(organization), 'users', 'detail'] as const,
};

/** What can be asked about the members of one organization. Screens share it, so that they share their answers. */
export function userQueries(call: Call, organization: OrganizationId) {
  return {
    list: (query: UserListQuery) =>
      queryOptions({
        queryKey: [...userKeys.lists(organization), query],
        queryFn: ({ signal }) => call(listUsers, { query, signal }),
      }),
    detail: (userId: UserId) =>
      queryOptions({
        queryKey: [...userKeys.details(organization), userId],
        queryFn: async ({ signal }) => {
          // Not on the way to the list of users.
          const { getUser } = await import('#contract/user-routes.ts');
          return call(getUser, { params: { userId }, signal });
        },
      }),
  };
}

/** The queries above, for the organization of the screen. */
export function useUserQueries() {
  const call = useCall();
  const { organization } = useOrganization();
  return useMemo(() => userQueries(call, organization), [call, organization]);
}

/**
 * Puts a write's answer into everything that shows the user: his page and his row in every list. Lists are not
 * asked for again, because Auth0's search lags behind writes and would bring the old row back.
 */
export function rememberUser(cache: QueryClient, organization: OrganizationId, profile: UserProfile) {
  const summary = userSummary.parse(profile);
  cache.setQueryData<UserDetail>(
    [...userKeys.details(organization), profile.user_id],
    (detail) => detail && { ...detail, user: profile },
  );
  cache.setQueriesData<UserPage>({ queryKey: userKeys.lists(organization) }, (page) => {
    if (!page?.users.some((user) => user.user_id === profile.user_id)) return page;
    return { ...page, users: page.users.map((user) => (user.user_id === profile.user_id ? summary : user)) };
  });
}

/** Takes a user who is gone out of every list, and forgets his page. */
export function forgetUser(cache: QueryClient, organization: OrganizationId, userId: UserId) {
  cache.removeQueries({ queryKey: [...userKeys.details(organization), userId] });
  cache.setQueriesData<UserPage>({ queryKey: userKeys.lists(organization) }, (page) => {
    const users = page?.users.filter((user) => user.user_id !== userId);
    if (!page || !users || users.length === page.users.length) return page;
    return { ...page, users, total: Math.max(0, page.total - 1) };
  });
}

/** What a list has already told of a user, so that his page can open with his name while the rest is on its way. */
export function knownUser(
  cache: QueryClient,
  organization: OrganizationId,
  userId: UserId,
): UserSummary | undefined {
  return cache
    .getQueriesData<UserPage>({ queryKey: userKeys.lists(organization) })
    .flatMap(([, page]) => page?.users ?? [])
    .find((user) => user.user_id === userId);
}

/** The users whose cached page says that brute-force protection refuses their sign-ins. */
export function lockedUsersIn(cache: QueryClient, organization: OrganizationId): UserId[] {
  return cache
    .getQueriesData<UserDetail>({ queryKey: userKeys.details(organization) })
    .flatMap(([, detail]) => (detail && isLocked(detail) ? [detail.user.user_id] : []));
}

function isLocked({ bruteForceBlocks }: UserDetail): boolean {
  return bruteForceBlocks.state === 'ready' && bruteForceBlocks.items.length > 0;
}
