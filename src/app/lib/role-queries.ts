import { queryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listRoles } from '#contract/roles.ts';
import { organizationKey, useOrganization } from '../organization/organization-context.ts';
import { useCall } from './call-context.ts';

/** The roles that the admin may see, with those locked that he may not give. */
export function useRolesQuery() {
  const call = useCall();
  const { organization } = useOrganization();
  return useMemo(
    () =>
      queryOptions({
        queryKey: [...organizationKey(organization), 'roles'],
        queryFn: ({ signal }) => call(listRoles, { signal }),
      }),
    [call, organization],
  );
}
