import { useMemo } from 'react';
import { useLocale } from 'use-intl/react';
import { useT } from '#app/messages/use-t.ts';
import type { ActivityEntry } from '#contract/activity.ts';

/** Where an entry came from, as far as Auth0 knew: the city, and the country in the reader's own language. */
export function usePlaceName(): (entry: Pick<ActivityEntry, 'city' | 'country'>) => string | undefined {
  const t = useT('traces');
  const locale = useLocale();
  const countries = useMemo(() => new Intl.DisplayNames(locale, { type: 'region' }), [locale]);
  return ({ city, country: code }) => {
    const country = code && /^[A-Z]{2}$/.test(code) ? countries.of(code) : code;
    return city && country ? t('place', { city, country }) : city || country;
  };
}
