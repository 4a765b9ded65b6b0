import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';

type Failing = Pick<UseQueryResult, 'error' | 'errorUpdatedAt' | 'isPending'>;

/**
 * The error of a query, also while it is tried again: a query without data forgets its error then, and the panel
 * with the button that was just pressed would give way to a skeleton.
 */
export function useLastingError({ error, errorUpdatedAt, isPending }: Failing): Error | null {
  const [last, setLast] = useState({ error, errorUpdatedAt });
  if (error && error !== last.error) setLast({ error, errorUpdatedAt });
  // The moment tells whether it is this query that failed so, and not one before it.
  const isTriedAgain = isPending && errorUpdatedAt === last.errorUpdatedAt;
  return error ?? (isTriedAgain ? last.error : null);
}
