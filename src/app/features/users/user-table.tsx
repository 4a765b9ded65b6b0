import { memo, type ReactNode } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { ColumnHeader, SortButton, Table } from '#app/ui/table.tsx';
import type { UserSort } from '#contract/search.ts';
import { columnStyle, directionOf, nextSort, type SortKey } from './user-columns.ts';

interface UserTableProps {
  sort: UserSort | undefined;
  onSort: (sort: UserSort) => void;
  /** The rows shown are of an earlier question. */
  busy: boolean;
  /** A `tbody`. */
  children: ReactNode;
}

/** The frame of the list; its widths do not hang on what is in it, so that turning a page moves nothing. */
export function UserTable({ sort, onSort, busy, children }: UserTableProps) {
  const t = useT('users');
  return (
    <Table label={t('table')} busy={busy} layout="fixed">
      <UserTableHead sort={sort} onSort={onSort} />
      {children}
    </Table>
  );
}

type HeadProps = Pick<UserTableProps, 'sort' | 'onSort'>;

const UserTableHead = memo(function UserTableHead({ sort, onSort }: HeadProps) {
  const t = useT('users');
  const sorted = (key: SortKey) => ({
    sort: directionOf(key, sort),
    onSort: () => onSort(nextSort(key, sort)),
  });
  const [byName, byEmail] = [sorted('name'), sorted('email')];
  return (
    <thead className="@max-2xl:hidden">
      <tr>
        <ColumnHeader sort={byName.sort === 'none' ? byEmail.sort : byName.sort}>
          <span className="flex gap-4">
            <SortButton {...byName}>{t('column.name')}</SortButton>
            <SortButton {...byEmail}>{t('column.email')}</SortButton>
          </span>
        </ColumnHeader>
        <ColumnHeader className="w-52">{t('column.status')}</ColumnHeader>
        <ColumnHeader className={`w-44 ${columnStyle.connection}`}>{t('column.connection')}</ColumnHeader>
        <ColumnHeader className="w-36" {...sorted('last_login')}>
          {t('column.lastLogin')}
        </ColumnHeader>
        <ColumnHeader className={`w-28 ${columnStyle.wide}`} align="end" {...sorted('logins_count')}>
          {t('column.logins')}
        </ColumnHeader>
        <ColumnHeader className={`w-34 ${columnStyle.wide}`} {...sorted('created_at')}>
          {t('column.created')}
        </ColumnHeader>
      </tr>
    </thead>
  );
});
