import { type ComponentType, lazy, type ReactNode, use, useMemo } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl/react';
import { type LaterArea, loadWords, type Messages } from './catalogue.ts';
import { OverrideContext } from './override-context.ts';

/** A component that loads when it is first shown, together with the words that only it needs. */
export function lazyWithWords<Props extends object>(
  areas: readonly LaterArea[],
  load: () => Promise<ComponentType<Props>>,
) {
  return lazy(async () => {
    const [Loaded, words] = await Promise.all([load(), loadWords(areas)]);
    return {
      default: (props: Props) => (
        <MoreWords words={words}>
          <Loaded {...props} />
        </MoreWords>
      ),
    };
  });
}

function MoreWords({ words, children }: { words: Partial<Messages>; children: ReactNode }) {
  const known = useMessages();
  const override = use(OverrideContext);
  const messages = useMemo(() => ({ ...known, ...override(words) }), [known, words, override]);
  return (
    <IntlProvider locale={useLocale()} messages={messages}>
      {children}
    </IntlProvider>
  );
}
