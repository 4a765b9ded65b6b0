import { useEffect, useState } from 'react';
import { RetryNotice } from '#app/failure/retry-notice.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import type { UserList } from './use-user-list.ts';

const patienceMs = 4000;

/** What to know while waiting: that it will be tried again, or that it takes long. Most answers come before either. */
export function WaitingNotice({ retrying }: { retrying: NonNullable<UserList['retrying']> }) {
  const t = useT('users');
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
