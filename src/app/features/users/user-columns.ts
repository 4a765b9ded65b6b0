import { useMemo } from 'react';
import { useOrganization } from '#app/organization/organization-context.ts';
import type { SortDirection } from '#app/ui/table.tsx';
import type { Field } from '#contract/field.ts';
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

/** Columns of the list that can be left out; who it is and how he stands is always there. */
const accountColumns = ['connection', 'last_login', 'logins_count', 'created_at'] as const;
export type AccountColumn = (typeof accountColumns)[number];

export interface Columns {
  account: readonly AccountColumn[];
  fields: readonly Field[];
}

/** Every column there is to choose from. */
export function useAllColumns(): Columns {
  const { fields } = useOrganization().me.settings;
  return useMemo(
    () => ({ account: accountColumns, fields: fields.filter(({ shows }) => shows.includes('list')) }),
    [fields],
  );
}

const separator = '.';

/** The columns that the address asks for; without a wish those of the account. */
export function useColumns(wish: string | undefined): Columns {
  const all = useAllColumns();
  return useMemo(() => {
    if (wish === undefined) return { account: all.account, fields: [] };
    const names = wish.split(separator);
    return {
      account: all.account.filter((name) => names.includes(name)),
      fields: all.fields.filter(({ name }) => names.includes(name)),
    };
  }, [wish, all]);
}

/** How a choice of columns stands in the address; the usual one is left out of it. */
export function wishFor({ account, fields }: Columns): string | undefined {
  if (fields.length === 0 && account.length === accountColumns.length) return undefined;
  return [...account, ...fields.map(({ name }) => name)].join(separator) || separator;
}
