import { type ComponentType, Suspense } from 'react';
import { type LaterArea, loadWords } from '#app/messages/catalogue.ts';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Loading } from '#app/ui/loading.tsx';

/** A screen that loads when it is first opened, with its words and those for what can go wrong. */
export function lazyScreen<Props extends object>(
  areas: readonly LaterArea[],
  load: () => Promise<ComponentType<Props>>,
) {
  const all = [...areas, 'errors'] as const;
  const Page = lazyWithWords(all, load);
  function Screen(props: Props) {
    const t = useT('ui');
    return (
      <Suspense fallback={<Loading label={t('loading')} />}>
        <Page {...props} />
      </Suspense>
    );
  }
  /** Loads it ahead. What fails here is tried again when the screen is opened, and said there. */
  const prepare = () => void Promise.allSettled([load(), loadWords(all)]);
  return Object.assign(Screen, { prepare });
}
