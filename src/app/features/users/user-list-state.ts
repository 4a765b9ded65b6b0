import { useCallback, useMemo } from 'react';
import { useUrlState } from '#app/lib/url-state.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import type { Connection } from '#contract/me.ts';
import { defaultPageSize, defaultUserSort, type UserListQuery, userListQuery } from '#contract/search.ts';

/**
 * What the address says about the list, with what stands for a default left out.
 *
 * @param connections - that can be chosen; while they are not known yet, any may be one of them.
 */
export function listQueryOf(state: UserListQuery, connections?: readonly Connection[]): UserListQuery {
  const { q, status, connection, sort, per_page, cursor } = state;
  const text = q?.trim();
  const isChoosable = !connections || connections.some(({ name }) => name === connection);
  return {
    ...(text && { q: text }),
    ...(status && { status }),
    // A filter that nobody can see or take away would only be a riddle.
    ...(connection && isChoosable && { connection }),
    ...(sort && sort !== defaultUserSort && { sort }),
    ...(per_page && per_page !== defaultPageSize && { per_page }),
    ...(cursor && { cursor }),
  };
}

export type ListChange = { [Name in keyof UserListQuery]?: UserListQuery[Name] | undefined };
export type ChangeList = (change: ListChange, options?: { replace?: boolean }) => void;

/** Search, filters, order and page, which live in the address. Any change but of the page begins at the first page. */
export function useUserListState(): [UserListQuery, ChangeList] {
  const { connections } = useOrganization().me.settings;
  const [state, setState] = useUrlState(userListQuery);
  const query = useMemo(() => listQueryOf(state, connections), [state, connections]);
  const change = useCallback<ChangeList>(
    (wanted, options) => setState({ cursor: undefined, ...withoutDefaults(wanted) }, options),
    [setState],
  );
  return [query, change];
}

function withoutDefaults(change: ListChange): ListChange {
  return {
    ...change,
    ...(change.sort === defaultUserSort && { sort: undefined }),
    ...(change.per_page === defaultPageSize && { per_page: undefined }),
  };
}
