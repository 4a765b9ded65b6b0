import { useQuery } from '@tanstack/react-query';
import { Building2, ChevronRight } from 'lucide-react';
import { Link, Redirect } from 'wouter';
import { FailurePage } from '#app/failure/failure-page.tsx';
import { useCallFor } from '#app/lib/call-context.ts';
import { useT } from '#app/messages/use-t.ts';
import { meQueries } from '#app/organization/me-queries.ts';
import { usersPath } from '#app/paths.ts';
import { StandalonePage } from '#app/shell/standalone-page.tsx';
import { Starting } from '#app/shell/starting.tsx';
import { Card } from '#app/ui/section.tsx';
import type { Me } from '#contract/me.ts';

/** The choice between several organizations; with one there is nothing to choose. */
export function ChooseOrganizationRoute() {
  const t = useT('shell');
  const call = useCallFor();
  const { data: me, error, refetch, isFetching } = useQuery(meQueries.anywhere(call));
  if (error && !me) return <FailurePage error={error} onRetry={refetch} retrying={isFetching} />;
  if (!me) return <Starting label={t('starting')} />;
  if (me.organization !== null) return <Redirect to={usersPath(me.organization)} replace />;
  return <Choice organizations={me.organizations} />;
}

function Choice({ organizations }: Pick<Me, 'organizations'>) {
  const t = useT('shell');
  return (
    <StandalonePage title={t('chooseTitle')}>
      <p className="text-muted">{t('chooseAdvice')}</p>
      <Card className="mt-2">
        <ul>
          {organizations.map(({ id, name }) => (
            <li key={id} className="border-b border-line last:border-b-0">
              <Link
                href={usersPath(id)}
                className="flex min-h-12 items-center gap-3 px-4 py-2 -outline-offset-2 hover:bg-canvas"
              >
                <Building2 aria-hidden className="size-4 shrink-0 text-muted" />
                <span className="flex-1 font-medium">{name}</span>
                <ChevronRight aria-hidden className="size-4 shrink-0 text-muted rtl:-scale-x-100" />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </StandalonePage>
  );
}
