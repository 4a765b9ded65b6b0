import { Suspense } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Starting } from '#app/shell/starting.tsx';
import type { FailureScreenProps } from './failure-screen.tsx';

const FailureScreen = lazyWithWords(
  ['errors'],
  async () => (await import('./failure-screen.tsx')).FailureScreen,
);

/** The app cannot start for this person: why, and the ways out. */
export function FailurePage(props: FailureScreenProps) {
  const t = useT('shell');
  return (
    <Suspense fallback={<Starting label={t('starting')} />}>
      <FailureScreen {...props} />
    </Suspense>
  );
}
