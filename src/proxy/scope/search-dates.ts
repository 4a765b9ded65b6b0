/** The first and the last millisecond of a day, a month, a moment and so on; epoch ms. */
export interface Period {
  first: number;
  last: number;
}

const form =
  /^([12]\d{3})(?:-(\d\d)(?:-(\d\d)(?:[Tt](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{3}))?)?([Zz]|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * The time that `2026`, `2026-01`, `2026-01-31`, `2026-01-31T10:30` or a full timestamp stands for, in UTC unless it
 * says otherwise; null when it is none of these or no such day exists.
 */
export function periodOf(text: string): Period | null {
  const [, year, month, day, hour, minute, second, ms, zone = 'Z'] = form.exec(text) ?? [];
  if (year === undefined) return null;
  const date = `${year}-${month ?? '01'}-${day ?? '01'}`;
  const time = `${hour ?? '00'}:${minute ?? '00'}:${second ?? '00'}.${ms ?? '000'}`;
  const first = Date.parse(`${date}T${time}${zone.toUpperCase()}`);
  // Date.parse takes the 30th of February for the 2nd of March.
  const isReal = new Date(`${date}T00:00:00.000Z`).toJSON()?.startsWith(date);
  if (!isReal || Number.isNaN(first)) return null;
  return { first, last: first + lengthMs({ first, month, day, hour, second, ms }) - 1 };
}

function lengthMs(
  given: { first: number } & Record<'month' | 'day' | 'hour' | 'second' | 'ms', string | undefined>,
) {
  if (given.ms) return 1;
  if (given.second) return 1000;
  if (given.hour) return 60_000;
  if (given.day) return 86_400_000;
  const end = new Date(given.first);
  if (given.month) end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCFullYear(end.getUTCFullYear() + 1);
  return end.getTime() - given.first;
}
