import { useLocale } from 'use-intl/react';

export interface Format {
  number(value: number): string;
  date(value: Date): string;
  dateTime(value: Date): string;
  /** How long ago, or in how long. */
  relative(value: Date, now: Date): string;
  list(items: string[]): string;
}

const unitSeconds: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** Formats of one locale, in the person's own time zone. */
export function createFormat(locale: string, timeZone?: string): Format {
  const numbers = new Intl.NumberFormat(locale);
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone });
  const dateTimes = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const relatives = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const lists = new Intl.ListFormat(locale);
  return {
    number: (value) => numbers.format(value),
    date: (value) => dates.format(value),
    dateTime: (value) => dateTimes.format(value),
    list: (items) => lists.format(items),
    relative(value, now) {
      const seconds = (value.getTime() - now.getTime()) / 1000;
      const [unit, size] = unitSeconds.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 0];
      return relatives.format(size === 0 ? 0 : Math.trunc(seconds / size), unit);
    },
  };
}

const formats = new Map<string, Format>();

/** One for all who ask: formatters are dear to make, and a list asks in each of its rows. */
export function useFormat(): Format {
  const locale = useLocale();
  const format = formats.get(locale) ?? createFormat(locale);
  formats.set(locale, format);
  return format;
}
