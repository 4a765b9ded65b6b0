import { CircleHelp } from 'lucide-react';
import { Suspense, useId, useRef, useState } from 'react';
import { ErrorBoundary } from '#app/failure/error-boundary.tsx';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { IconButton } from '#app/ui/icon-button.tsx';
import { Loading } from '#app/ui/loading.tsx';

const SearchGuide = lazyWithWords(
  ['searchHelp'],
  async () => (await import('./search-guide.tsx')).SearchGuide,
);

/** How to search. Escape or a press elsewhere closes it; what it holds loads when it is first opened. */
export function SearchHelp({ onTry }: { onTry: (example: string) => void }) {
  const t = useT('users');
  const ui = useT('ui');
  const id = useId();
  const panel = useRef<HTMLDivElement>(null);
  const [isAsked, setAsked] = useState(false);
  const tryOut = (example: string) => {
    panel.current?.hidePopover();
    onTry(example);
  };
  return (
    <>
      <IconButton
        label={t('help')}
        icon={<CircleHelp aria-hidden className="size-4" />}
        popoverTarget={id}
        aria-haspopup="dialog"
      />
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-labelledby={`${id}-title`}
        onBeforeToggle={() => setAsked(true)}
        className={
          'menu menu-end max-h-[min(42rem,80dvh)] w-150 max-w-[calc(100vw-1rem)] overflow-y-auto rounded-lg ' +
          'border border-line bg-raised p-4 text-ink shadow-overlay open:animate-enter'
        }
      >
        <h2 id={`${id}-title`} className="font-semibold">
          {t('help')}
        </h2>
        {isAsked && (
          <ErrorBoundary>
            <Suspense fallback={<Loading label={ui('loading')} />}>
              <SearchGuide onTry={tryOut} />
            </Suspense>
          </ErrorBoundary>
        )}
      </div>
    </>
  );
}
