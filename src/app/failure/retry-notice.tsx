import { ProblemError } from '#app/lib/call-error.ts';
import { retryDelayMs } from '#app/lib/query-client.ts';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';

interface RetryNoticeProps {
  /** A query's `failureReason` and `failureCount`, while it is still trying. */
  reason: Error | null;
  count: number;
}

/** Says that Auth0 is busy and when it will be asked again. Shows nothing when nothing is the matter. */
export function RetryNotice({ reason, count }: RetryNoticeProps) {
  const t = useT('errors');
  if (!(reason instanceof ProblemError)) return null;
  const seconds = Math.ceil(retryDelayMs(count - 1, reason) / 1000);
  return (
    <Banner tone="warning" role="status" title={t('title.busy')}>
      {t('retryIn', { seconds })}
    </Banner>
  );
}
