import * as z from 'zod';
import type { ActivityEntry, ActivityGroup } from '#contract/activity.ts';
import type { Auth0LogEntry } from '../tenant/answers.ts';

/** Which entries are asked for. */
export interface ActivityFilter {
  group?: ActivityGroup | undefined;
  /** ISO 8601; inclusive. */
  from?: string | undefined;
  /** ISO 8601; exclusive. */
  to?: string | undefined;
}

/**
 * Where a page begins: behind an entry that was on this page of Auth0's. Entries that came since have moved it to a
 * later page, never to an earlier one, so nothing is told twice or left out.
 */
export const activityPlace = z.strictObject({
  page: z.int().min(0).max(9),
  after: z.strictObject({ date: z.string(), log_id: z.string() }).optional(),
});
export type ActivityPlace = z.infer<typeof activityPlace>;

export interface ActivityPage {
  entries: ActivityEntry[];
  next: ActivityPlace | null;
  /** Older entries exist that Auth0 gives no way to reach. */
  truncated: boolean;
}

/** Auth0 gives 100 entries a page, and the newest 1,000 in all. */
export const logPageSize = 100;
const lastPage = 9;

/**
 * The entries behind a place that fit a filter, the newest first.
 *
 * @param bounds.entries - how many to give; `bounds.reads` - how many of Auth0's pages to read for them at most.
 */
export async function readActivity(
  read: (page: number) => Promise<Auth0LogEntry[]>,
  view: (entry: Auth0LogEntry) => ActivityEntry | null,
  {
    filter,
    place,
    bounds,
  }: {
    filter: ActivityFilter;
    place: ActivityPlace;
    bounds: { entries: number; reads: number };
  },
): Promise<ActivityPage> {
  const entries: ActivityEntry[] = [];
  let { page, after } = place;
  for (let reads = 0; reads < bounds.reads; reads += 1) {
    const rows = await read(page);
    for (const row of behind(rows, after)) {
      after = { date: row.date, log_id: row.log_id };
      if (isBefore(row.date, filter.from)) return { entries, next: null, truncated: false };
      const entry = fits(row, filter) ? view(row) : null;
      if (entry && (filter.group === undefined || entry.group === filter.group)) entries.push(entry);
      if (entries.length === bounds.entries) return { entries, ...onFrom(page, rows, after) };
    }
    const rest = onFrom(page, rows, after);
    if (rest.next === null) return { entries, ...rest };
    ({ page, after } = rest.next);
  }
  return { entries, next: { page, after }, truncated: false };
}

/** What follows when the rows of a page have been told up to an entry. */
function onFrom(
  page: number,
  rows: readonly Auth0LogEntry[],
  after: ActivityPlace['after'],
): Pick<ActivityPage, 'next' | 'truncated'> {
  const isWhole = rows.at(-1)?.log_id === after?.log_id || behind(rows, after).length === 0;
  if (!isWhole) return { next: { page, after }, truncated: false };
  if (rows.length < logPageSize) return { next: null, truncated: false };
  if (page >= lastPage) return { next: null, truncated: true };
  return { next: { page: page + 1, after }, truncated: false };
}

/** The rows that are older than an entry; where it is not among them, by its date. */
function behind(rows: readonly Auth0LogEntry[], after: ActivityPlace['after']): readonly Auth0LogEntry[] {
  if (!after) return rows;
  const index = rows.findIndex(({ log_id }) => log_id === after.log_id);
  if (index >= 0) return rows.slice(index + 1);
  return rows.filter(({ date }) => Date.parse(date) <= Date.parse(after.date));
}

function fits({ date }: Auth0LogEntry, { to }: ActivityFilter): boolean {
  return to === undefined || isBefore(date, to);
}

function isBefore(date: string, limit: string | undefined): boolean {
  return limit !== undefined && Date.parse(date) < Date.parse(limit);
}
