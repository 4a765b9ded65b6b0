import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import { FailurePage } from '#app/failure/failure-page.tsx';
import { useCallFor } from '#app/lib/call-context.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { meQueries } from '#app/organization/me-queries.ts';
import { usersPath } from '#app/paths.ts';
import { Starting } from '#app/shell/starting.tsx';
import type { Me, OrganizationId } from '#contract/me.ts';

const OrganizationChoice = lazyWithWords(
  [],
  async () => (await import('./organization-choice.tsx')).OrganizationChoice,
);

/** Leads an admin of one organization into it, and asks one of several where he wants to work. */
export function WhichOrganization() {
  const t = useT('shell');
  const call = useCallFor();
  const query = useQuery(meQueries.anywhere(call));
  const { data: me, refetch, isFetching } = query;
  const error = useLastingError(query);
  if (error && !me) return <FailurePage error={error} onRetry={refetch} retrying={isFetching} />;
  if (!me) return <Starting label={t('starting')} />;
  if (me.organization !== null) return <Enter me={me} organization={me.organization} />;
  return <OrganizationChoice organizations={me.organizations} />;
}

function Enter({ me, organization }: { me: Me; organization: OrganizationId }) {
  const queries = useQueryClient();
  const call = useCallFor(organization);
  // This answer speaks of the organization that it leads to; it need not be asked for again.
  queries.setQueryData(meQueries.in(call, organization).queryKey, me);
  return <Redirect to={usersPath(organization)} replace />;
}
