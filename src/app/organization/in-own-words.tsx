import { type ReactNode, Suspense } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import type { Settings } from '#contract/me.ts';

const VendorWords = lazyWithWords(
  [],
  async () => (await import('#app/messages/vendor-words.tsx')).VendorWords,
);

interface InOwnWordsProps {
  settings: Settings;
  /** Shown until the vendor's words are there. */
  waiting: ReactNode;
  children: ReactNode;
}

/** Screens in the vendor's own words, where he has any: reading them takes a parser that nobody else has to load. */
export function InOwnWords({ settings, waiting, children }: InOwnWordsProps) {
  if (settings.locale === undefined && Object.keys(settings.messages).length === 0) return children;
  return (
    <Suspense fallback={waiting}>
      <VendorWords settings={settings}>{children}</VendorWords>
    </Suspense>
  );
}
