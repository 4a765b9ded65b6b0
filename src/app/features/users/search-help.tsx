import { CircleHelp } from 'lucide-react';
import { ErrorBoundary } from '#app/failure/error-boundary.tsx';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { PopoverButton } from '#app/ui/popover-button.tsx';

const SearchGuide = lazyWithWords(
  ['searchHelp'],
  async () => (await import('./search-guide.tsx')).SearchGuide,
);

/** How to search. What it holds loads when it is first opened. */
export function SearchHelp({ onTry }: { onTry: (example: string) => void }) {
  const t = useT('users');
  return (
    <PopoverButton
      label={t('help')}
      icon={<CircleHelp aria-hidden className="size-4" />}
      className="max-h-[min(42rem,80dvh)] w-150 max-w-[calc(100vw-1rem)]"
    >
      <ErrorBoundary>
        <SearchGuide onTry={onTry} />
      </ErrorBoundary>
    </PopoverButton>
  );
}
