import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { WaitingNotice } from '#app/failure/waiting-notice.tsx';
import { ProblemError } from '#app/lib/call-error.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useLastingError } from '#app/lib/lasting-error.ts';
import { OfferedActsProvider } from '#app/lib/offered-acts.ts';
import { useScreenTitle } from '#app/lib/screen-title.ts';
import { useUserQueries } from '#app/lib/user-queries.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { userPath } from '#app/paths.ts';
import { Loading } from '#app/ui/loading.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Card } from '#app/ui/section.tsx';
import type { LeaveReceipt } from '#contract/leave.ts';
import type { UserId } from '#contract/user.ts';
import { MissingUser } from '../missing-user.tsx';
import { LeaveFlow } from './leave-flow.tsx';
import { Receipt } from './receipt.tsx';
import { useLeave } from './use-leave.ts';

/** Sees one member out: which way, what that means, and a receipt. */
export function LeavePage({ userId }: { userId: UserId }) {
  const t = useT('leave');
  const leave = useLeave(userId);
  const [receipt, setReceipt] = useState<LeaveReceipt | null>(null);
  // Once it is done he may be gone: he is not asked for again.
  const query = useQuery({ ...useUserQueries().detail(userId), enabled: leave.isIdle || leave.isError });
  const error = useLastingError(query);
  const { data: detail, isFetching, failureReason, failureCount, refetch } = query;
  const name = receipt?.person.name ?? detail?.user.name;
  const title = name === undefined ? t('loading') : t('title', { name: isolated(name) });
  useScreenTitle(title);
  if (receipt) {
    const again = () => {
      leave.reset();
      setReceipt(null);
    };
    return <Receipt receipt={receipt} title={title} onRetry={again} />;
  }
  const isMissing = error instanceof ProblemError && error.type === 'user-not-found';
  return (
    <>
      <PageHeader back={!isMissing && <BackLink userId={userId} name={name} />} title={title} />
      {isMissing ? (
        <MissingUser />
      ) : detail ? (
        <OfferedActsProvider value={detail.acts}>
          <LeaveFlow detail={detail} leave={leave} onDone={setReceipt} />
        </OfferedActsProvider>
      ) : error ? (
        <Card>
          <FailurePanel error={error} onRetry={() => refetch()} retrying={isFetching} />
        </Card>
      ) : (
        <>
          <WaitingNotice reason={failureReason} count={failureCount} />
          <Loading label={t('loading')} />
        </>
      )}
    </>
  );
}

function BackLink({ userId, name }: { userId: UserId; name: string | undefined }) {
  const t = useT('leave');
  const { organization } = useOrganization();
  return (
    <Link
      href={userPath(organization, userId)}
      className="-ms-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 text-muted hover:text-ink"
    >
      <ArrowLeft aria-hidden className="size-4 rtl:-scale-x-100" />
      {name === undefined ? t('backPlain') : t('back', { name: isolated(name) })}
    </Link>
  );
}
