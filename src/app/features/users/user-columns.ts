import type { SortDirection } from '#app/ui/table.tsx';
import { defaultUserSort, type UserSort, userSort } from '#contract/search.ts';

/** What Auth0 can sort by. */
export type SortKey = 'name' | 'email' | 'last_login' | 'logins_count' | 'created_at';

/** Names begin at A; of dates and counts the latest and the highest are looked for first. */
const firstDirection: Record<SortKey, '1' | '-1'> = {
  name: '1',
  email: '1',
  last_login: '-1',
  logins_count: '-1',
  created_at: '-1',
};

export function directionOf(key: SortKey, sort: UserSort = defaultUserSort): SortDirection {
  if (sort === `${key}:1`) return 'ascending';
  return sort === `${key}:-1` ? 'descending' : 'none';
}

/** The order after a press on a column's header: its own first, then the other way round. */
export function nextSort(key: SortKey, sort: UserSort | undefined): UserSort {
  const direction = directionOf(key, sort);
  if (direction === 'none') return userSort.parse(`${key}:${firstDirection[key]}`);
  return userSort.parse(`${key}:${direction === 'ascending' ? '-1' : '1'}`);
}

/**
 * Columns come as the room does: the list's own width counts, not the window's. In the narrowest rows are cards.
 * Written out, because Tailwind finds class names by reading.
 */
export const columnStyle = {
  connection: '@max-4xl:hidden',
  wide: '@max-5xl:hidden',
} as const;
