import { queryOptions } from '@tanstack/react-query';
import { useMemo } from 'react';
import { getAccess } from '#contract/security.ts';
import type { UserId } from '#contract/user.ts';
import { organizationKey, useOrganization } from '../organization/organization-context.ts';
import { useCall } from './call-context.ts';

/** Where one member is signed in, and which applications have access. */
export function useAccessQuery(userId: UserId) {
  const call = useCall();
  const { organization } = useOrganization();
  return useMemo(
    () =>
      queryOptions({
        queryKey: [...organizationKey(organization), 'users', 'access', userId],
        queryFn: ({ signal }) => call(getAccess, { params: { userId }, signal }),
      }),
    [call, organization, userId],
  );
}
