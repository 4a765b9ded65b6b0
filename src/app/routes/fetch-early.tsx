import { usePrefetchQuery } from '@tanstack/react-query';
import { useSearch } from 'wouter';
import { listQueryOf } from '#app/features/users/user-list-state.ts';
import { useCallFor } from '#app/lib/call-context.ts';
import { readUrlState } from '#app/lib/url-state.ts';
import { userQueries } from '#app/lib/user-queries.ts';
import type { OrganizationId } from '#contract/me.ts';
import { userListQuery } from '#contract/search.ts';
import type { UserId } from '#contract/user.ts';

interface FetchEarlyProps {
  organization: OrganizationId;
  userId: UserId | undefined;
}

/** Asks for what the screen will show while the answer to "who am I" is still on its way. */
export function FetchEarly({ organization, userId }: FetchEarlyProps) {
  return userId === undefined ? (
    <ListEarly organization={organization} />
  ) : (
    <UserEarly organization={organization} userId={userId} />
  );
}

function ListEarly({ organization }: { organization: OrganizationId }) {
  const call = useCallFor(organization);
  const query = listQueryOf(readUrlState(userListQuery, useSearch()));
  usePrefetchQuery(userQueries(call, organization).list(query));
  return null;
}

function UserEarly({ organization, userId }: { organization: OrganizationId; userId: UserId }) {
  const call = useCallFor(organization);
  usePrefetchQuery(userQueries(call, organization).detail(userId));
  return null;
}
