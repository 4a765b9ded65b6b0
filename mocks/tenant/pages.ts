import { badRequest } from './errors.ts';
import type { Param, Query } from './query-params.ts';

export const offsetParams: Record<string, Param> = {
  page: { type: 'integer', description: 'Page index of the results to return. First page is 0.' },
  per_page: { type: 'integer', maximum: 100, description: 'Number of results per page.' },
  include_totals: {
    type: 'boolean',
    description:
      'Return results inside an object that contains the total result count (true) or as a direct array of results (false, default).',
  },
};

const checkpointParams: Record<string, Param> = {
  from: { type: 'text', description: 'Optional Id from which to start selection.' },
  take: {
    type: 'integer',
    minimum: 1,
    maximum: 100,
    description: 'Number of results per page. Defaults to 50.',
  },
};

/** Of endpoints that know no offsets. They take `include_totals`, which the official client sends, and ignore it. */
export const checkpointOnlyParams = {
  ...checkpointParams,
  include_totals: { type: 'boolean' },
} satisfies Record<string, Param>;

export const bothParams = { ...offsetParams, ...checkpointParams };

const defaultPageSize = 50;
/** By offset nobody gets further. */
const reachable = 1000;

/** @param tooFar - the error past the first 1,000 records; user search has words of its own. */
export function offsetOf(
  query: Query,
  tooFar = 'Requesting page exceeds the allowed maximum of 1000 records',
): { start: number; limit: number } {
  const page = query.integer('page') ?? 0;
  const limit = query.integer('per_page') ?? defaultPageSize;
  if ((page + 1) * limit > reachable) throw badRequest(tooFar, 'invalid_paging');
  return { start: page * limit, limit };
}

/**
 * A page by offset: a bare array, or with totals `{<key>,start,limit,total}`.
 *
 * @param show - what an item looks like in the answer.
 */
export function offsetPage<Item>(
  query: Query,
  key: string,
  items: Item[],
  show: (item: Item) => unknown = (item) => item,
): unknown {
  const { start, limit } = offsetOf(query);
  const rows = items.slice(start, start + limit).map(show);
  return query.flag('include_totals') ? { [key]: rows, start, limit, total: items.length } : rows;
}

/**
 * A page by offset, or by checkpoint when `take` or `from` is there: `{<key>,next}`, without `next` on the last page.
 *
 * @param idOf - by which a checkpoint names an item.
 * @param options.show - what an item looks like in the answer.
 * @param options.alwaysCheckpoint - for endpoints that know no offsets.
 * @param options.isSortedById - then a checkpoint also serves when the item it names is gone.
 * @see https://auth0.com/docs/api/management/v2 (pagination)
 */
export function anyPage<Item>(
  query: Query,
  key: string,
  items: Item[],
  idOf: (item: Item) => string,
  options: { show?: (item: Item) => unknown; alwaysCheckpoint?: boolean; isSortedById?: boolean } = {},
): unknown {
  const { show = (item: Item) => item, alwaysCheckpoint = false, isSortedById = false } = options;
  if (!alwaysCheckpoint && !query.has('take') && !query.has('from'))
    return offsetPage(query, key, items, show);
  const from = query.text('from');
  const known = from === undefined ? null : decoded(from);
  const after = isSortedById
    ? items.findLastIndex((item) => known !== null && idOf(item) <= known)
    : items.findIndex((item) => idOf(item) === known);
  if (from !== undefined && (known === null || (!isSortedById && after < 0)))
    throw badRequest('Invalid checkpoint', 'invalid_paging');
  const rows = items.slice(after + 1, after + 1 + (query.integer('take') ?? defaultPageSize));
  const last = rows.at(-1);
  const more = last !== undefined && last !== items.at(-1);
  return { [key]: rows.map(show), ...(more ? { next: encoded(idOf(last)) } : {}) };
}

/** Checkpoints are opaque. Ids are ASCII but for those of users, so they are encoded twice. */
const encoded = (id: string) => btoa(encodeURIComponent(id));
function decoded(checkpoint: string): string | null {
  try {
    return decodeURIComponent(atob(checkpoint));
  } catch {
    return null;
  }
}
