import { Suspense } from 'react';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import type { UserListQuery } from '#contract/search.ts';
import { SkeletonRows } from './skeleton-rows.tsx';
import type { UserList } from './use-user-list.ts';
import type { Columns } from './user-columns.ts';
import type { ChangeList } from './user-list-state.ts';
import { UserRows } from './user-rows.tsx';
import { UserTable } from './user-table.tsx';

const NoUsers = lazyWithWords(['noUsers'], async () => (await import('./no-users.tsx')).NoUsers);
const SearchNotUnderstood = lazyWithWords(
  [],
  async () => (await import('./search-not-understood.tsx')).SearchNotUnderstood,
);

interface UserListBodyProps {
  list: UserList;
  query: UserListQuery;
  columns: Columns;
  onChange: ChangeList;
}

/** The rows, or what stands in their place. */
export function UserListBody({ list, query, columns, onChange }: UserListBodyProps) {
  const { page, fault, error, isCurrent } = list;
  const table = { columns, sort: query.sort, onSort: (sort: UserListQuery['sort']) => onChange({ sort }) };
  if (page && page.users.length > 0) {
    return (
      <UserTable {...table} busy={!isCurrent && !fault}>
        <UserRows users={page.users} columns={columns} />
      </UserTable>
    );
  }
  if (page) {
    return (
      <Suspense>
        <NoUsers query={query} onChange={onChange} />
      </Suspense>
    );
  }
  if (error) return <FailurePanel error={error} onRetry={list.retry} retrying={list.retrying !== null} />;
  if (fault) {
    return (
      <Suspense>
        <SearchNotUnderstood onClear={() => onChange({ q: undefined })} />
      </Suspense>
    );
  }
  return (
    <UserTable {...table} busy={false}>
      <SkeletonRows columns={columns} />
    </UserTable>
  );
}
