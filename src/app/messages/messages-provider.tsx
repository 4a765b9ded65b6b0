import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl/react';
import type { Catalogue } from './catalogue.ts';

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();

export function MessagesProvider({ catalogue, children }: { catalogue: Catalogue; children: ReactNode }) {
  return (
    <IntlProvider locale={catalogue.locale} messages={catalogue.messages} timeZone={timeZone}>
      {children}
    </IntlProvider>
  );
}
