import { Suspense, useEffect, useState } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import type { RetryNoticeProps } from './retry-notice.tsx';

const RetryNotice = lazyWithWords(['errors'], async () => (await import('./retry-notice.tsx')).RetryNotice);

const patienceMs = 4000;

/** What to know while waiting: that it will be tried again, or that it takes long. Most answers come before either. */
export function WaitingNotice(retrying: RetryNoticeProps) {
  const t = useT('ui');
  const isLate = useLate();
  if (retrying.reason) {
    return (
      <Suspense>
        <RetryNotice {...retrying} />
      </Suspense>
    );
  }
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
