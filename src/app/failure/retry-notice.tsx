import { useEffect, useState } from 'react';
import { ProblemError } from '#app/lib/call-error.ts';
import { retryDelayMs } from '#app/lib/query-client.ts';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { useFailure } from './describe-failure.ts';

export interface RetryNoticeProps {
  /** A query's `failureReason` and `failureCount`, while it is still trying. */
  reason: Error | null;
  count: number;
}

/** Says what is the matter and counts down to the next try. Shows nothing when nothing is the matter. */
export function RetryNotice({ reason, count }: RetryNoticeProps) {
  const failure = useFailure();
  if (!(reason instanceof ProblemError)) return null;
  const seconds = Math.ceil(retryDelayMs(count - 1, reason) / 1000);
  return (
    <Banner tone="warning" role="status" title={failure(reason).title}>
      <Countdown key={count} seconds={seconds} />
    </Banner>
  );
}

function Countdown({ seconds }: { seconds: number }) {
  const t = useT('errors');
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <>
      {/* Said once: a screen reader shall not count along. */}
      <span className="sr-only">{t('retryIn', { seconds })}</span>
      <span aria-hidden className="figures">
        {left > 0 ? t('retryIn', { seconds: left }) : t('retryNow')}
      </span>
    </>
  );
}
