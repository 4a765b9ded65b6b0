import { queryOptions } from '@tanstack/react-query';
import type { Call } from '#app/lib/api-client.ts';
import type { OrganizationId } from '#contract/me.ts';
import { getMe } from '#contract/routes.ts';
import { organizationKey } from './organization-context.ts';

const freshForMs = 5 * 60_000;

/** Who the admin is. The proxy looks at his profile on every call; this answer only shapes what is shown. */
export const meQueries = {
  /** In one organization: his permissions and settings there. */
  in: (call: Call, organization: OrganizationId) =>
    queryOptions({
      queryKey: [...organizationKey(organization), 'me'],
      queryFn: ({ signal }) => call(getMe, { signal }),
      staleTime: freshForMs,
    }),
  /** Which organizations he has. */
  anywhere: (call: Call) =>
    queryOptions({
      queryKey: ['me'],
      queryFn: ({ signal }) => call(getMe, { signal }),
      staleTime: freshForMs,
    }),
};
