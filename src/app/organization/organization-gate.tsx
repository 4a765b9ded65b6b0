import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { FailurePage } from '#app/failure/failure-page.tsx';
import { CallProvider, useCallFor } from '#app/lib/call-context.ts';
import { ProblemError } from '#app/lib/call-error.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { ProductProvider } from '#app/lib/screen-title.ts';
import { useT } from '#app/messages/use-t.ts';
import { useSession } from '#app/session/session.ts';
import { Starting } from '#app/shell/starting.tsx';
import type { OrganizationId } from '#contract/me.ts';
import { useBranding } from './branding.ts';
import { InOwnWords } from './in-own-words.tsx';
import { meQueries } from './me-queries.ts';
import { OrganizationProvider, organizationKey } from './organization-context.ts';
import { rememberOrganization } from './remembered-organization.ts';

interface OrganizationGateProps {
  organization: OrganizationId;
  /** Rendered while it is not known yet whether he may enter. */
  early: ReactNode;
  children: ReactNode;
}

/** Lets an admin into one of his organizations. What was fetched for it is forgotten when he leaves it. */
export function OrganizationGate({ organization, early, children }: OrganizationGateProps) {
  const t = useT('shell');
  const call = useCallFor(organization);
  const query = useQuery(meQueries.in(call, organization));
  const { data: me, refetch, isFetching } = query;
  const error = useLastingError(query);
  useForgetting(organization);
  useBranding(me?.settings.accent);
  useRemembering(organization, me !== undefined, error);
  const value = useMemo(
    () =>
      me && {
        organization,
        me,
        can: (permission: (typeof me.permissions)[number]) => me.permissions.includes(permission),
      },
    [organization, me],
  );
  if (value) {
    return (
      <ProductProvider value={value.me.settings.title}>
        <CallProvider value={call}>
          <OrganizationProvider value={value}>
            <InOwnWords settings={value.me.settings} waiting={<Starting label={t('starting')} />}>
              {children}
            </InOwnWords>
          </OrganizationProvider>
        </CallProvider>
      </ProductProvider>
    );
  }
  if (error) return <FailurePage error={error} onRetry={refetch} retrying={isFetching} />;
  return (
    <>
      {early}
      <Starting label={t('starting')} />
    </>
  );
}

function useForgetting(organization: OrganizationId) {
  const queries = useQueryClient();
  useEffect(() => {
    const forget = () => queries.removeQueries({ queryKey: organizationKey(organization), type: 'inactive' });
    // Screens below let go of their queries after this one does.
    return () => queueMicrotask(forget);
  }, [queries, organization]);
}

function useRemembering(organization: OrganizationId, entered: boolean, error: Error | null) {
  const { viewer } = useSession();
  const refused = error instanceof ProblemError && error.type === 'organization-refused';
  useEffect(() => {
    if (entered) rememberOrganization(viewer, organization);
    else if (refused) rememberOrganization(viewer, null);
  }, [viewer, organization, entered, refused]);
}
