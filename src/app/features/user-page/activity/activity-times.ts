import { useMemo } from 'react';
import { useLocale } from 'use-intl/react';
import { dayIn } from '#app/lib/time-zone.ts';
import { useT } from '#app/messages/use-t.ts';

/** The times of entries in words; what is not a time is given back as it came. */
export interface ActivityTimes {
  /** The day, with today and yesterday called so. */
  day(date: string): string;
  time(date: string): string;
  /** Day, time to the second, and zone. */
  exact(date: string): string;
}

export function useActivityTimes(zone: string): ActivityTimes {
  const t = useT('activity');
  const locale = useLocale();
  return useMemo(() => {
    const inZone = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
      return (date: string) => {
        const moment = new Date(date);
        return Number.isNaN(moment.getTime()) ? date : format.format(moment);
      };
    };
    const fullDay = inZone({ dateStyle: 'full' });
    const now = Date.now();
    const today = dayIn(zone, new Date(now));
    const yesterday = dayIn(zone, new Date(now - 86_400_000));
    return {
      day(date) {
        const moment = new Date(date);
        const day = Number.isNaN(moment.getTime()) ? '' : dayIn(zone, moment);
        if (day === today) return `${t('today')}, ${fullDay(date)}`;
        return day === yesterday ? `${t('yesterday')}, ${fullDay(date)}` : fullDay(date);
      },
      time: inZone({ timeStyle: 'short' }),
      exact: inZone({
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        minute: '2-digit',
        second: '2-digit',
        timeZoneName: 'short',
      }),
    };
  }, [t, locale, zone]);
}
