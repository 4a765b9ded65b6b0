const key = 'steward.time-zone';

/** The time zone of the browser. */
export function browserTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The zone that was chosen on this device; the browser's own where none was. */
export function rememberedTimeZone(): string {
  try {
    const stored = localStorage.getItem(key);
    return stored !== null && isTimeZone(stored) ? stored : browserTimeZone();
  } catch {
    return browserTimeZone();
  }
}

export function rememberTimeZone(zone: string) {
  try {
    if (zone === browserTimeZone()) localStorage.removeItem(key);
    else localStorage.setItem(key, zone);
  } catch {
    // Storage may be closed to this page; then the choice is the browser's again next time.
  }
}

/** The browser's, UTC, and all others that it knows. */
export function timeZones(): string[] {
  return [...new Set([browserTimeZone(), 'UTC', ...Intl.supportedValuesOf('timeZone')])];
}

function isTimeZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

/**
 * The moment at which a day begins in a time zone: the first that is on that day, where clocks skip midnight.
 *
 * @param day - `2026-11-21`; `daysLater` counts from it.
 */
export function startOfDay(day: string, zone: string, daysLater = 0): Date {
  const midnight = new Date(`${day}T00:00:00Z`);
  midnight.setUTCDate(midnight.getUTCDate() + daysLater);
  const wanted = midnight.toISOString().slice(0, 10);
  // The clocks may change between the two moments, so that the offset of one of them is wrong.
  const near = midnight.getTime() - offsetAt(midnight.getTime(), zone);
  const nearer = midnight.getTime() - offsetAt(near, zone);
  const [begin = near] = [near, nearer]
    .filter((at) => dayIn(zone, new Date(at)) === wanted)
    .sort((a, b) => a - b);
  return new Date(begin);
}

/** How far a zone's clocks are ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return wall - Math.floor(moment / 1000) * 1000;
}

const days = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in a time zone, such as `2026-11-21`. */
export function dayIn(zone: string, moment: Date): string {
  // Formatters are dear to make, and a list asks for each of its entries.
  const format = days.get(zone) ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
  days.set(zone, format);
  return format.format(moment);
}
