import * as z from 'zod/mini';
import { allOf, anyOf, encodedLength, not, quote, term } from './search-lucene.ts';

/**
 * A place between two rows of a list sorted by `created_at`. Rows made in the same millisecond as `at` may stand on
 * both sides of it, so those of one side are named.
 */
export const gap = z.strictObject({
  /** ISO 8601; milliseconds are the finest that Auth0 keeps. */
  at: z.string(),
  side: z.enum(['before', 'after']),
  /** All the users made at `at` on that side, as the list is shown. */
  ids: z.array(z.string()),
});
export type Gap = z.infer<typeof gap>;

export type Direction = 'onward' | 'back';

export interface Row {
  user_id: string;
  created_at: string;
}

/** Of the named ids in the query's URL, which search and scope share: about 80 of Auth0's usual ids. */
const maximumIdsLength = 3500;

/** Lucene for the rows that follow the gap when one walks in the direction. */
export function beyond(place: Gap, direction: Direction, ascending: boolean): string {
  const later = ascending === (direction === 'onward');
  if (place.side === behind(direction)) {
    const range = reach(Date.parse(place.at), later);
    return place.ids.length > 0 ? allOf([range, not(anyId(place.ids))]) : range;
  }
  const range = reach(Date.parse(place.at) + (later ? 1 : -1), later);
  return place.ids.length > 0 ? anyOf([range, anyId(place.ids)]) : range;
}

/**
 * The gap behind the last row that one meets when walking in the direction, or null when it cannot be told: more
 * rows than may be named, or some of them on a page that is not here.
 *
 * @param rows - as they are shown.
 * @param from - the gap that the page was counted from, and how many pages lie between.
 */
export function gapAfter(
  rows: readonly Row[],
  direction: Direction,
  from: { gap: Gap | null; page: number },
): Gap | null {
  const walked = direction === 'onward' ? rows : rows.toReversed();
  const at = walked.at(-1)?.created_at ?? '';
  const tied = walked.filter((row) => row.created_at === at);
  const groupIsWhole = from.page === 0 || walked[0]?.created_at !== at;
  if (Number.isNaN(Date.parse(at)) || !groupIsWhole) return null;

  const ids = tied.map((row) => row.user_id);
  const side = behind(direction);
  const found =
    from.gap?.at !== at
      ? { at, side, ids }
      : from.gap.side === side
        ? { at, side, ids: [...from.gap.ids, ...ids] }
        : { ...from.gap, ids: from.gap.ids.filter((id) => !ids.includes(id)) };
  return encodedLength(anyId(found.ids)) <= maximumIdsLength ? found : null;
}

function behind(direction: Direction): Gap['side'] {
  return direction === 'onward' ? 'before' : 'after';
}

/** Both ends belong to the range; inside one, the colons of a time need no escape. */
function reach(epochMs: number, later: boolean): string {
  const bound = new Date(epochMs).toISOString();
  return term('created_at', later ? `[${bound} TO *]` : `[* TO ${bound}]`);
}

function anyId(ids: readonly string[]): string {
  return term('user_id', `(${ids.map(quote).join(' OR ')})`);
}
