import { memo, type ReactNode } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { ColumnHeader, SortButton, Table } from '#app/ui/table.tsx';
import type { UserSort } from '#contract/search.ts';
import {
  type AccountColumn,
  type Columns,
  columnStyle,
  directionOf,
  nextSort,
  type SortKey,
} from './user-columns.ts';

interface UserTableProps {
  sort: UserSort | undefined;
  onSort: (sort: UserSort) => void;
  /** The rows shown are of an earlier question. */
  busy: boolean;
  columns: Columns;
  /** A `tbody`. */
  children: ReactNode;
}

/** The frame of the list; its widths do not hang on what is in it, so that turning a page moves nothing. */
export function UserTable({ sort, onSort, busy, columns, children }: UserTableProps) {
  const t = useT('users');
  return (
    <Table label={t('table')} busy={busy} layout="fixed" leastWidth={leastWidth(columns)}>
      <UserTableHead sort={sort} onSort={onSort} columns={columns} />
      {children}
    </Table>
  );
}

type HeadProps = Pick<UserTableProps, 'sort' | 'onSort' | 'columns'>;

const UserTableHead = memo(function UserTableHead({ sort, onSort, columns }: HeadProps) {
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
        {columns.account.map((name) => {
          const { label, className, align, sort: key } = accountHeaders[name];
          return (
            <ColumnHeader key={name} className={className} align={align} {...(key && sorted(key))}>
              {t(`column.${label}`)}
            </ColumnHeader>
          );
        })}
        {columns.fields.map(({ name, label }) => (
          <ColumnHeader key={name} className={`w-36 ${columnStyle.wide}`}>
            <bdi className="block truncate" title={label}>
              {label}
            </bdi>
          </ColumnHeader>
        ))}
      </tr>
    </thead>
  );
});

interface AccountHeader {
  label: 'connection' | 'lastLogin' | 'logins' | 'created';
  className: string;
  sort?: SortKey;
  align?: 'end';
}

const accountHeaders: Record<AccountColumn, AccountHeader> = {
  connection: { label: 'connection', className: `w-44 ${columnStyle.connection}` },
  last_login: { label: 'lastLogin', className: 'w-36', sort: 'last_login' },
  logins_count: {
    label: 'logins',
    className: `w-28 ${columnStyle.wide}`,
    sort: 'logins_count',
    align: 'end',
  },
  created_at: { label: 'created', className: `w-34 ${columnStyle.wide}`, sort: 'created_at' },
};

/** Below it names would be cut short: a list of many columns is scrolled sideways instead. In steps of `--spacing`. */
function leastWidth({ account, fields }: Columns): number {
  const person = 64;
  return person + 52 + 36 * (account.length + fields.length);
}
