import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCall } from '#app/lib/call-context.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { organizationKey, useOrganization } from '#app/organization/organization-context.ts';
import { type AuditFilter, listAudit } from '#contract/audit.ts';

/** What was done, the newest first, older rows page by page. */
export function useAuditList(filter: AuditFilter) {
  const call = useCall();
  const { organization } = useOrganization();
  const options = useMemo(
    () =>
      infiniteQueryOptions({
        queryKey: [...organizationKey(organization), 'audit', filter],
        queryFn: ({ signal, pageParam }) =>
          call(listAudit, { query: { ...filter, cursor: pageParam }, signal }),
        initialPageParam: undefined as string | undefined,
        getNextPageParam: ({ next }) => next,
        placeholderData: keepPreviousData,
        // Whoever comes here has often just done something and wants to see it.
        refetchOnMount: 'always',
      }),
    [call, organization, filter],
  );
  const query = useInfiniteQuery(options);
  const { data, isPlaceholderData, isFetching, isFetchingNextPage, isFetchNextPageError } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows), [data]);
  const error = useLastingError(query);
  return {
    rows,
    isCurrent: rows !== undefined && !isPlaceholderData,
    /** Why there is nothing to show, or why it could not be brought up to date; not of older rows. */
    error: isFetchNextPageError ? null : error,
    retrying: isFetching && !isFetchingNextPage,
    retry: () => void query.refetch(),
    older: {
      exist: query.hasNextPage,
      isLoading: isFetchingNextPage,
      hasFailed: isFetchNextPageError,
      load: () => void query.fetchNextPage(),
    },
  };
}

export type AuditList = ReturnType<typeof useAuditList>;
