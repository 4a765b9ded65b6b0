import { useCallback } from 'react';
import { useOrganization } from './organization-context.ts';

/** What the vendor calls a connection; one that he has not named goes by its own name. */
export function useConnectionLabel(): (name: string) => string {
  const { connections } = useOrganization().me.settings;
  return useCallback(
    (name) => connections.find((connection) => connection.name === name)?.label ?? name,
    [connections],
  );
}
