import { useCallback, useMemo } from 'react';
import * as z from 'zod/mini';
import { useUrlState } from '#app/lib/url-state.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import type { Settings } from '#contract/me.ts';
import {
  defaultPageSize,
  defaultUserSort,
  readFieldFilters,
  type UserListQuery,
  userListQuery,
  writeFieldFilters,
} from '#contract/search.ts';

/** What the address says about the list: the question, and which columns answer it. */
const listState = z.extend(userListQuery, { columns: z.optional(z.string().check(z.maxLength(2000))) });
type ListState = z.infer<typeof listState>;

type Choices = Pick<Settings, 'connections' | 'fields'>;

/**
 * What the address asks, with what stands for a default left out.
 *
 * @param choices - what can be chosen; while it is not known yet, any may be one of it.
 */
export function listQueryOf(state: UserListQuery, choices?: Choices): UserListQuery {
  const { q, status, connection, filter, sort, per_page, cursor } = state;
  const text = q?.trim();
  const isChoosable = !choices || choices.connections.some(({ name }) => name === connection);
  const filters = filter && (choices ? choosable(filter, choices) : filter);
  return {
    ...(text && { q: text }),
    ...(status && { status }),
    // A filter that nobody can see or take away would only be a riddle.
    ...(connection && isChoosable && { connection }),
    ...(filters && { filter: filters }),
    ...(sort && sort !== defaultUserSort && { sort }),
    ...(per_page && per_page !== defaultPageSize && { per_page }),
    ...(cursor && { cursor }),
  };
}

function choosable(filter: string, { fields }: Choices): string {
  const known = Object.entries(readFieldFilters(filter) ?? {}).filter(([name]) =>
    fields.some((field) => field.name === name && field.shows.includes('filter')),
  );
  return writeFieldFilters(Object.fromEntries(known));
}

export type ListChange = { [Name in keyof ListState]?: ListState[Name] | undefined };
export type ChangeList = (change: ListChange, options?: { replace?: boolean }) => void;

/** Nothing that narrows the list. */
export const noFilters: ListChange = { status: undefined, connection: undefined, filter: undefined };

/** Whether something other than words narrows the list. */
export function isFiltered({ status, connection, filter }: UserListQuery): boolean {
  return Boolean(status || connection || filter);
}

/**
 * Search, filters, order, page and columns, which live in the address. Any change but of the page begins at the first
 * page.
 */
export function useUserListState(): [UserListQuery, string | undefined, ChangeList] {
  const { settings } = useOrganization().me;
  const [state, setState] = useUrlState(listState);
  const query = useMemo(() => listQueryOf(state, settings), [state, settings]);
  const change = useCallback<ChangeList>(
    (wanted, options) => setState({ cursor: undefined, ...withoutDefaults(wanted) }, options),
    [setState],
  );
  return [query, state.columns, change];
}

function withoutDefaults(change: ListChange): ListChange {
  return {
    ...change,
    ...(change.sort === defaultUserSort && { sort: undefined }),
    ...(change.per_page === defaultPageSize && { per_page: undefined }),
  };
}
