import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { lockedUsersIn } from '#app/lib/user-queries.ts';
import { useOrganization } from '#app/organization/organization-context.ts';

const separator = '\n';

/**
 * Those of whom an opened user page has told that brute-force protection refuses them. Auth0 answers this for one
 * user at a time, so a list cannot ask.
 */
export function useLockedUsers(): ReadonlySet<string> {
  const cache = useQueryClient();
  const { organization } = useOrganization();
  const locked = useSyncExternalStore(
    (onChange) => cache.getQueryCache().subscribe(onChange),
    () => lockedUsersIn(cache, organization).join(separator),
  );
  return useMemo(() => new Set(locked.split(separator)), [locked]);
}
