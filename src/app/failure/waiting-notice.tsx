import { useEffect, useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { RetryNotice, type RetryNoticeProps } from './retry-notice.tsx';

const patienceMs = 4000;

/** What to know while waiting: that it will be tried again, or that it takes long. Most answers come before either. */
export function WaitingNotice(retrying: RetryNoticeProps) {
  const t = useT('errors');
  const isLate = useLate();
  if (retrying.reason) return <RetryNotice {...retrying} />;
  return isLate && <Banner role="status">{t('slow')}</Banner>;
}

function useLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
