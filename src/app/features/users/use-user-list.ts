import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { ProblemError } from '#app/lib/call-error.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { useUserQueries } from '#app/lib/user-queries.ts';
import type { UserListQuery } from '#contract/search.ts';
import type { SearchFault } from './search-fault.tsx';

/**
 * The page that the query asks for. Until it comes, and while the search cannot be understood, the page before it
 * stays; `isCurrent` tells which of them `page` is.
 */
export function useUserList(query: UserListQuery) {
  const answer = useQuery(useUserQueries().list(query));
  const [kept, setKept] = useState(answer.data);
  if (answer.data && answer.data !== kept) setKept(answer.data);
  const error = useLastingError(answer);
  const fault = searchFaultIn(error);
  const wanted = answer.data ?? ((answer.isPending && !error) || fault ? kept : undefined);
  // A hundred new rows may take a moment to draw; typing and pressing go first. In place of none they wait for nothing.
  const page = useDeferredValue(wanted) ?? wanted;
  return {
    page,
    fault,
    isCurrent: page !== undefined && page === answer.data,
    /** Why there is nothing to show, or why what is shown could not be brought up to date. */
    error: fault ? null : error,
    retrying: answer.isFetching ? { reason: answer.failureReason, count: answer.failureCount } : null,
    retry: () => void answer.refetch(),
  };
}

export type UserList = ReturnType<typeof useUserList>;

function searchFaultIn(error: Error | null): SearchFault | null {
  if (!(error instanceof ProblemError) || error.type !== 'invalid-search') return null;
  return { detail: error.message, range: error.range };
}
