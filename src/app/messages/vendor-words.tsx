import { type ReactNode, useMemo } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl/react';
import type { Settings } from '#contract/me.ts';
import type { Messages } from './catalogue.ts';
import { type Override, OverrideContext } from './override-context.ts';
import { overrideWords } from './override-words.ts';

interface VendorWordsProps {
  settings: Pick<Settings, 'messages' | 'locale'>;
  children: ReactNode;
}

/** Lets the screens speak in the vendor's own words, and write dates and numbers as he wants. */
export function VendorWords({ settings, children }: VendorWordsProps) {
  const known = useMessages();
  const ours = useLocale();
  const override = useMemo<Override>(() => {
    const overrides = new Map(Object.entries(settings.messages));
    return (words) => overrideWords(words, overrides);
  }, [settings.messages]);
  // The catalogue is a part of `Messages`; use-intl forgets which.
  const messages = useMemo(() => override(known as Partial<Messages>), [override, known]);
  return (
    <OverrideContext value={override}>
      <IntlProvider locale={localeFor(settings.locale, ours)} messages={messages}>
        {children}
      </IntlProvider>
    </OverrideContext>
  );
}

/** The vendor's locale where it is of the language that the words are in: `en-GB` for English, not `de`. */
function localeFor(wanted: string | undefined, ours: string): string {
  if (wanted === undefined) return ours;
  return new Intl.Locale(wanted).language === new Intl.Locale(ours).language ? wanted : ours;
}
