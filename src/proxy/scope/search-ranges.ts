import type { TextRange } from '#contract/problem.ts';
import { periodOf } from './search-dates.ts';
import { searchFault } from './search-fault.ts';
import type { SearchableField } from './search-fields.ts';
import { anyOf, exists, not, term } from './search-lucene.ts';

export interface Bound extends TextRange {
  text: string;
  inclusive: boolean;
}

/** Null is an open end. */
export interface BoundPair {
  from: Bound | null;
  to: Bound | null;
}

interface Span {
  first: number;
  last: number;
}

/**
 * Lucene for a range of dates or numbers. Always written with both ends included and whole timestamps, so that it
 * does not hang on how a parser rounds `2026-01` or mixes brackets.
 *
 * @param range - of the value, for the fault.
 */
export function compileRange(field: SearchableField, { from, to }: BoundPair, range: TextRange): string {
  if (field.kind !== 'date' && field.kind !== 'number') {
    const custom = field.kind === 'metadata' ? ' Auth0 finds whole values only in custom fields.' : '';
    throw searchFault(
      `Ranges work with Auth0’s own dates and numbers, not with ${field.name}.${custom}`,
      range,
    );
  }
  if (!from && !to) throw searchFault('Give at least one end of the range.', range);
  const first = from && edge(field, from, (span) => (from.inclusive ? span.first : span.last + 1));
  const last = to && edge(field, to, (span) => (to.inclusive ? span.last : span.first - 1));
  if (first !== null && last !== null && first > last) {
    throw searchFault('This range ends before it begins.', range);
  }
  return field.kind === 'date' ? dates(field.path, first, last) : numbers(field.path, first, last);
}

function edge(field: SearchableField, bound: Bound, pick: (span: Span) => number): number {
  return pick(field.kind === 'date' ? dateSpan(bound) : numberSpan(bound));
}

function dateSpan(bound: Bound): Span {
  const period = periodOf(bound.text);
  if (!period) throw searchFault('Write a date like 2026-01-31, or 2026-01-31T10:30 with a time.', bound);
  return period;
}

function numberSpan(bound: Bound): Span {
  if (!/^\d{1,9}$/.test(bound.text)) throw searchFault('Write a whole number, such as 5.', bound);
  return { first: Number(bound.text), last: Number(bound.text) };
}

function dates(path: string, first: number | null, last: number | null): string {
  const text = (epochMs: number | null) => (epochMs === null ? '*' : new Date(epochMs).toISOString());
  return term(path, `[${text(first)} TO ${text(last)}]`);
}

/** A count that was never begun is absent and stands for 0. */
function numbers(path: string, first: number | null, last: number | null): string {
  const clause = term(path, first === last ? String(first) : `[${first ?? '*'} TO ${last ?? '*'}]`);
  const hasZero = (first ?? 0) <= 0 && (last ?? 0) >= 0;
  return hasZero ? anyOf([not(exists(path)), clause]) : clause;
}
