import { useEffect, useRef } from 'react';
import { useActFailure } from '#app/failure/act-failure.ts';
import { ProblemError } from '#app/lib/call-error.ts';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';

interface OlderEntriesProps {
  query: {
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    isFetchNextPageError: boolean;
    error: Error | null;
    fetchNextPage: () => unknown;
    refetch: () => unknown;
  };
  /** There are older ones that nobody can reach. */
  truncated: boolean;
  /** Whether there is any entry at all. */
  any: boolean;
}

/** The way to older entries, and that there are none. */
export function OlderEntries({ query, truncated, any }: OlderEntriesProps) {
  const t = useT('activity');
  const failureOf = useActFailure();
  const end = useRef<HTMLParagraphElement>(null);
  const wasAsked = useRef(false);
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, error } = query;
  useEffect(() => {
    // The button that had the focus is gone.
    if (!hasNextPage && wasAsked.current) end.current?.focus();
    wasAsked.current = false;
  }, [hasNextPage]);
  const ask = () => {
    wasAsked.current = true;
    // A page's link that is no longer good: the whole is read again.
    if (error instanceof ProblemError && error.type === 'invalid-cursor') query.refetch();
    else query.fetchNextPage();
  };
  if (!hasNextPage) {
    if (!any && !truncated) return null;
    return (
      <p ref={end} tabIndex={-1} className="px-4 py-3 text-center text-sm text-muted">
        {t(truncated ? 'truncated' : 'end')}
      </p>
    );
  }
  return (
    <div className="grid justify-items-center gap-2 border-t border-line px-4 py-3">
      {isFetchNextPageError && error && (
        <Banner tone="danger" role="alert" title={t('olderFailed')}>
          {failureOf(error)}
        </Banner>
      )}
      <Button onClick={ask} pending={isFetchingNextPage}>
        {t('older')}
      </Button>
    </div>
  );
}
