import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { useAddingQueries } from '#app/lib/adding-queries.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { OfferedActsProvider } from '#app/lib/offered-acts.ts';
import { useScreenTitle } from '#app/lib/screen-title.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { usersPath } from '#app/paths.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Loading } from '#app/ui/loading.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Card } from '#app/ui/section.tsx';
import type { UserAdded } from '#contract/create-user.ts';
import { AddForm } from './add-form.tsx';
import { AddedNotice } from './added-notice.tsx';
import { MemberNotice } from './member-notice.tsx';
import type { Way } from './new-person.ts';

/** What came of adding a person. */
export interface Added {
  answer: UserAdded;
  /** By what he was entered. */
  who: string;
  way: Way;
  /** The temporary password, which is shown once. */
  password: string | undefined;
}

/** Adds one person to the organization. */
export function AddPeoplePage() {
  const t = useT('adding');
  const { organization, can } = useOrganization();
  useScreenTitle(t('title'));
  const back = (
    <Link
      href={usersPath(organization)}
      className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-muted hover:text-ink"
    >
      <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {t('done.users')}
    </Link>
  );
  return (
    <>
      <PageHeader back={back} title={t('title')} />
      {can('create:users') ? <Adding /> : <NotAllowed />}
    </>
  );
}

/** @param reason - the vendor's own. */
function NotAllowed({ reason }: { reason?: string | undefined }) {
  const t = useT('adding');
  return (
    <Card>
      <EmptyState icon={UserRoundX} title={t('notAllowedTitle')}>
        {reason ?? t('notAllowedAdvice')}
      </EmptyState>
    </Card>
  );
}

function Adding() {
  const t = useT('adding');
  const query = useQuery(useAddingQueries().options);
  const error = useLastingError(query);
  const [added, setAdded] = useState<Added | null>(null);
  // Each person begins with an empty form; going back to what was entered keeps it.
  const [round, setRound] = useState(0);
  const { data: options, refetch, isFetching } = query;
  if (!options && error) {
    return (
      <Card>
        <FailurePanel error={error} onRetry={() => void refetch()} retrying={isFetching} />
      </Card>
    );
  }
  if (!options) return <Loading label={t('loading')} />;
  if (!options.adding.allowed) return <NotAllowed reason={options.adding.reason} />;
  const [first, ...others] = options.connections.filter(({ creatable }) => creatable);
  if (!first) {
    return (
      <Card>
        <EmptyState icon={UserRoundX} title={t('nowhereTitle')}>
          {t('nowhereAdvice')}
        </EmptyState>
      </Card>
    );
  }
  const again = () => {
    setRound(round + 1);
    setAdded(null);
  };
  const isMember = added?.answer.outcome === 'already-member';
  return (
    <>
      {added?.answer.outcome === 'already-member' && (
        <MemberNotice member={added.answer} onBack={() => setAdded(null)} />
      )}
      {added && !isMember && <AddedNotice added={added} onAnother={again} />}
      <div hidden={added !== null}>
        <OfferedActsProvider value={{ createUser: options.adding }}>
          <AddForm key={round} options={options} connections={[first, ...others]} onAdded={setAdded} />
        </OfferedActsProvider>
      </div>
    </>
  );
}
