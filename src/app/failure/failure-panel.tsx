import { Suspense } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Loading } from '#app/ui/loading.tsx';
import type { FailureProps } from './failure-details.tsx';

const load = async () => (await import('./failure-details.tsx')).FailureDetails;
const FailureDetails = lazyWithWords(['errors'], load);

/** Why a query failed and the ways out, shown where its data would have been. */
export function FailurePanel(props: FailureProps) {
  const t = useT('ui');
  return (
    <Suspense fallback={<Loading label={t('loading')} />}>
      <FailureDetails {...props} />
    </Suspense>
  );
}
