import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl/react';
import type { en } from './en/en.ts';

export interface Catalogue {
  locale: 'en';
  messages: typeof en;
}

/** Loads the words of the person's language; English is the only one so far. */
export async function loadCatalogue(): Promise<Catalogue> {
  return { locale: 'en', messages: (await import('./en/en.ts')).en };
}

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

export function MessagesProvider({ catalogue, children }: { catalogue: Catalogue; children: ReactNode }) {
  return (
    <IntlProvider locale={catalogue.locale} messages={catalogue.messages} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
