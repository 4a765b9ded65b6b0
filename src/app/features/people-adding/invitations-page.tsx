import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, MailQuestion, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { useAddingQueries } from '#app/lib/adding-queries.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { OfferedActsProvider } from '#app/lib/offered-acts.ts';
import { useScreenTitle } from '#app/lib/screen-title.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { addPeoplePath, usersPath } from '#app/paths.ts';
import { Banner } from '#app/ui/banner.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Loading } from '#app/ui/loading.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Card } from '#app/ui/section.tsx';
import type { Invitation } from '#contract/create-user.ts';
import { InvitationItem } from './invitation-item.tsx';
import { ResendDialog } from './resend-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** Who was added to the organization and has not signed in yet. */
export function InvitationsPage() {
  const t = useT('adding.invitations');
  const { organization, can } = useOrganization();
  useScreenTitle(t('title'));
  const back = (
    <Link
      href={usersPath(organization)}
      className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-muted hover:text-ink"
    >
      <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {t('back')}
    </Link>
  );
  return (
    <>
      <PageHeader back={back} title={t('title')} actions={can('create:users') && <AddLink />}>
        <p className="text-muted">{t('intro')}</p>
      </PageHeader>
      <Invitations />
    </>
  );
}

function AddLink() {
  const t = useT('adding.invitations');
  const { organization } = useOrganization();
  return (
    <Link href={addPeoplePath(organization)} className={buttonStyle('primary')}>
      <UserPlus aria-hidden className="size-4" />
      {t('add')}
    </Link>
  );
}

type Asked = { kind: 'resend' | 'withdraw'; invitation: Invitation };

function Invitations() {
  const t = useT('adding.invitations');
  const query = useQuery(useAddingQueries().invitations);
  const error = useLastingError(query);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, refetch, isFetching } = query;
  const close = () => setAsked(null);
  if (!data) {
    return (
      <Card>
        {error ? (
          <FailurePanel error={error} onRetry={() => void refetch()} retrying={isFetching} />
        ) : (
          <Loading label={t('loading')} />
        )}
      </Card>
    );
  }
  const { invitations, adding } = data;
  return (
    <OfferedActsProvider value={{ createUser: adding }}>
      <div className="grid gap-3">
        {error && <Banner tone="warning">{t('stale')}</Banner>}
        {!adding.allowed && adding.rule === 'policy' && (
          <Banner tone="info">{adding.reason ?? t('notAllowed')}</Banner>
        )}
        <Card>
          {invitations.length === 0 ? (
            <EmptyState icon={MailQuestion} title={t('noneTitle')}>
              {t('noneAdvice')}
            </EmptyState>
          ) : (
            <ul aria-label={t('list')}>
              {invitations.map((invitation) => (
                <InvitationItem
                  key={invitation.id}
                  invitation={invitation}
                  adding={adding}
                  onAsk={(kind) => setAsked({ kind, invitation })}
                />
              ))}
            </ul>
          )}
        </Card>
        {asked?.kind === 'resend' && <ResendDialog invitation={asked.invitation} onClose={close} />}
        {asked?.kind === 'withdraw' && <WithdrawDialog invitation={asked.invitation} onClose={close} />}
      </div>
    </OfferedActsProvider>
  );
}
