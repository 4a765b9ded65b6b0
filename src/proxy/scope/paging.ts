import * as z from 'zod/mini';
import {
  defaultPageSize,
  defaultUserSort,
  type UserListQuery,
  type UserSort,
  userSort,
} from '#contract/search.ts';
import { Problem } from '#proxy/problem.ts';
import type { CursorCodec } from './cursor.ts';
import { beyond, type Direction, gap, gapAfter, type Row } from './paging-window.ts';

export interface UserListing {
  query: UserListQuery;
  /** Lucene of the organization: see `scope.ts`. */
  scope: string;
  /** Lucene of search and filters; null or blank when there are none. */
  filter: string | null;
  /** The admin: `sub` of his token. */
  subject: string;
  organization: string;
}

/** One page's request to `GET /api/v2/users`, and what it takes to read the answer. */
export interface PagePlan {
  q: string;
  sort: UserSort;
  page: number;
  per_page: number;
  include_totals: true;
  position: Position;
  /** False when only the first 1,000 rows can be reached, whatever the page. */
  boundless: boolean;
  seal: (position: Position) => Promise<string>;
}

/**
 * Where a page lies: so many pages from a gap, or from the list's start. Orders other than `created_at` have no
 * gaps, and neither has a crowd made in the same millisecond that is too large to name: there pages are counted.
 */
const position = z.strictObject({
  gap: z.nullable(gap),
  direction: z.enum(['onward', 'back']),
  page: z.int().check(z.nonnegative()),
  /** How many rows stood before the gap, and in the whole list, when it was last seen. */
  start: z.number(),
  total: z.number(),
});
type Position = z.infer<typeof position>;

const firstPage: Position = { gap: null, direction: 'onward', page: 0, start: 0, total: 0 };

/** Auth0 refuses pages that end beyond this row of a search. */
const searchCeiling = 1000;

/**
 * The one request that gives the page that the query's cursor names, or the first. It costs the same wherever the
 * page is: beyond the first, the search begins where the last one ended (`created_at`), instead of counting there.
 *
 * @throws Problem `invalid-cursor` when the cursor was made for another admin, organization, search, order or size.
 * @see https://auth0.com/docs/manage-users/user-search/view-search-results-by-page#limitation
 */
export async function planPage(listing: UserListing, cursors: CursorCodec): Promise<PagePlan> {
  const { query, scope, filter, subject, organization } = listing;
  if (scope.trim() === '') throw new Error('A list without a scope');
  const order = query.sort ?? defaultUserSort;
  const perPage = Number(query.per_page ?? defaultPageSize);
  const context = JSON.stringify([subject, organization, scope, filter ?? '', order, perPage]);
  const at = query.cursor === undefined ? firstPage : await placeOf(query.cursor, context, cursors);

  const ascending = order.endsWith(':1');
  const place = at.gap && beyond(at.gap, at.direction, ascending);
  const clauses = [scope, filter, place].filter((clause) => clause !== null && clause.trim() !== '');
  return {
    q: clauses.map((clause) => `(${clause})`).join(' AND '),
    sort: at.direction === 'onward' ? order : reversed(order),
    page: at.page,
    per_page: perPage,
    include_totals: true,
    position: at,
    boundless: order.startsWith('created_at:'),
    seal: (target) => cursors.seal(target, context),
  };
}

async function placeOf(cursor: string, context: string, cursors: CursorCodec): Promise<Position> {
  const opened = position.safeParse(await cursors.open(cursor, context));
  if (!opened.success) {
    throw new Problem('invalid-cursor', { detail: 'Start again from the first page of the list.' });
  }
  return opened.data;
}

export interface ReadPage<User> {
  /** As they are shown. */
  users: User[];
  total: number;
  start: number;
  next: string | null;
  previous: string | null;
  truncated: boolean;
}

/**
 * Turns Auth0's answer into the page that is shown. Give it every row that Auth0 sent: the next page begins after
 * the last of them, even when some are withheld from the admin.
 */
export async function readPage<User extends Row>(
  plan: PagePlan,
  answer: { users: User[]; total: number; start?: number },
): Promise<ReadPage<User>> {
  const { direction } = plan.position;
  const users = direction === 'onward' ? answer.users : answer.users.toReversed();
  const seen = recount(plan, answer.total);
  const passed = plan.page * plan.per_page;
  const start = direction === 'onward' ? seen.start + passed : seen.start - passed - users.length;

  const ahead = direction === 'onward' ? seen.total - seen.start : seen.start;
  const isFull = users.length >= plan.per_page;
  const isLast = !isFull || ahead <= passed + users.length;
  const far = isLast ? null : pageBeyond(plan, users, seen, start);
  const near = pageBefore(seen);

  const [farCursor, nearCursor] = await Promise.all([far && plan.seal(far), near && plan.seal(near)]);
  const [next, previous] = direction === 'onward' ? [farCursor, nearCursor] : [nearCursor, farCursor];
  const truncated = plan.boundless ? !isLast && far === null : seen.total > searchCeiling;
  return { users, total: seen.total, start, next, previous, truncated };
}

/** The total of a search that begins at a gap counts the rows beyond it; those on its other side are remembered. */
function recount({ position: at }: PagePlan, found: number): Position {
  if (at.direction === 'onward') return { ...at, total: at.start + found };
  return { ...at, start: found, total: found + at.total - at.start };
}

/** From a new gap behind the last row where there can be one, else one page further from the same gap. */
function pageBeyond(plan: PagePlan, users: readonly Row[], seen: Position, start: number): Position | null {
  const { direction } = seen;
  const found = plan.boundless ? gapAfter(users, direction, seen) : null;
  if (found) {
    const before = direction === 'onward' ? start + users.length : start;
    return { gap: found, direction, page: 0, start: before, total: seen.total };
  }
  const page = seen.page + 1;
  return (page + 1) * plan.per_page <= searchCeiling ? { ...seen, page } : null;
}

/** The page that lies nearer to the gap, or on its other side. */
function pageBefore(at: Position): Position | null {
  if (at.page > 0) return { ...at, page: at.page - 1 };
  if (at.gap === null) return null;
  const direction: Direction = at.direction === 'onward' ? 'back' : 'onward';
  const exists = direction === 'back' ? at.start > 0 : at.total > at.start;
  return exists ? { ...at, direction } : null;
}

function reversed(order: UserSort): UserSort {
  return userSort.parse(order.endsWith(':1') ? order.replace(/1$/, '-1') : order.replace(/-1$/, '1'));
}
