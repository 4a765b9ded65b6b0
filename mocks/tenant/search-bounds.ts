import type { FieldType, Scalar } from './search-fields.ts';
import type { SearchRange } from './search-tokens.ts';

export type Key = string | number;

/** A range in the terms in which values of its field are compared; null is an open end. */
export interface Bounds {
  min: Key | null;
  max: Key | null;
  includesMin: boolean;
  includesMax: boolean;
}

/** By which a value is compared and sorted, or null when values of this type have no order. */
export function keyOf(value: Scalar | undefined, type: FieldType | null): Key | null {
  if (value === undefined || type === null || type === 'metadata') return null;
  if (type === 'number') return typeof value === 'number' ? value : null;
  if (type === 'boolean') return Number(value);
  return type === 'folded' ? String(value).toLowerCase() : String(value);
}

/** The bounds of a range on a field of this type, or null when nothing can lie in it. */
export function boundsOf(range: SearchRange, type: FieldType | null): Bounds | null {
  if (type === 'date') return dateBounds(range);
  if (type === 'number') return numberBounds(range);
  if (type !== 'folded' && type !== 'exact') return null;
  const fold = (text: string | null) => (type === 'folded' ? (text?.toLowerCase() ?? null) : text);
  return { ...range, min: fold(range.min), max: fold(range.max) };
}

export function within(key: Key, bounds: Bounds): boolean {
  const { min, max, includesMin, includesMax } = bounds;
  if (min !== null && (key < min || (!includesMin && key === min))) return false;
  return max === null || key < max || (includesMax && key === max);
}

function numberBounds({ min, max, ...ends }: SearchRange): Bounds | null {
  const numbers = { min: min === null ? null : Number(min), max: max === null ? null : Number(max), ...ends };
  return Number.isNaN(numbers.min) || Number.isNaN(numbers.max) ? null : numbers;
}

/**
 * A date stands for its whole day (month, year): `[… TO 2025-12-31]` takes in that day, `{2025-12-31 TO …]` begins after
 * it, as in Elasticsearch. Compared as ISO text, which sorts by time.
 */
function dateBounds({ min, max, includesMin, includesMax }: SearchRange): Bounds | null {
  const from = min === null ? null : spanOf(min);
  const to = max === null ? null : spanOf(max);
  if (from === undefined || to === undefined) return null;
  return {
    min: from && (includesMin ? from.first : from.last),
    max: to && (includesMax ? to.last : to.first),
    includesMin,
    includesMax,
  };
}

/** The first and last millisecond of a date of any precision, or undefined when it is none. */
export function spanOf(date: string): { first: string; last: string } | undefined {
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (found) {
    const [, year = '', month, day] = found;
    const first = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00.000Z`);
    if (Number.isNaN(first.getTime())) return undefined;
    const after = new Date(first);
    if (day) after.setUTCDate(after.getUTCDate() + 1);
    else if (month) after.setUTCMonth(after.getUTCMonth() + 1);
    else after.setUTCFullYear(after.getUTCFullYear() + 1);
    return { first: first.toISOString(), last: new Date(after.getTime() - 1).toISOString() };
  }
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(date)) return undefined;
  const time = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(date) ? date : `${date}Z`);
  if (Number.isNaN(time)) return undefined;
  const precision = /[.]\d/.test(date) ? 0 : /T\d\d:\d\d:\d\d/.test(date) ? 999 : 59_999;
  return { first: new Date(time).toISOString(), last: new Date(time + precision).toISOString() };
}
