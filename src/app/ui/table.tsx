import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { ComponentProps, CSSProperties, ReactNode } from 'react';
import { classNames } from './class-names.ts';

interface TableProps {
  /** What the rows are. */
  label: string;
  /** Newer rows are on their way; the old ones stay in place. */
  busy?: boolean;
  /** `fixed`: the widths of the headers hold, whatever is in the cells. */
  layout?: 'auto' | 'fixed';
  /** In steps of `--spacing`, where the table has room for all of its columns (`@5xl`). */
  leastWidth?: number;
  children: ReactNode;
}

/** A table that scrolls sideways within its own frame when the window is narrow. */
export function Table({ label, busy = false, layout = 'auto', leastWidth, children }: TableProps) {
  return (
    <div className="relative">
      <div className="overflow-x-auto">
        <table
          aria-label={label}
          aria-busy={busy}
          style={leastWidth ? ({ '--least': leastWidth } as CSSProperties) : undefined}
          className={classNames(
            'w-full border-collapse text-start',
            layout === 'fixed' && 'table-fixed',
            leastWidth !== undefined && '@5xl:min-w-[calc(var(--least)*var(--spacing))]',
          )}
        >
          {children}
        </table>
      </div>
      {/* A veil, not the table's own opacity: with that the browser would paint every row anew at each press. */}
      <span aria-hidden className={classNames(veilStyle, busy ? 'opacity-40' : 'opacity-0')} />
    </div>
  );
}

const veilStyle =
  'pointer-events-none absolute inset-0 bg-surface transition-opacity will-change-[opacity] print:hidden';

export type SortDirection = 'ascending' | 'descending' | 'none';

interface ColumnHeaderProps extends Omit<ComponentProps<'th'>, 'align'> {
  /** Given when the column can be sorted: how it is sorted now. */
  sort?: SortDirection;
  onSort?: () => void;
  /** `end` for numbers. */
  align?: 'start' | 'end';
}

export function ColumnHeader({
  sort,
  onSort,
  align = 'start',
  className,
  children,
  ...rest
}: ColumnHeaderProps) {
  return (
    <th
      scope="col"
      {...rest}
      aria-sort={sort === 'none' ? undefined : sort}
      className={classNames(
        'border-b border-line px-3 py-1 text-xs font-medium whitespace-nowrap text-muted',
        align === 'end' ? 'text-end' : 'text-start',
        className,
      )}
    >
      {sort && onSort ? (
        <SortButton sort={sort} onSort={onSort}>
          {children}
        </SortButton>
      ) : (
        children
      )}
    </th>
  );
}

const sortIcon = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown };

interface SortButtonProps {
  sort: SortDirection;
  onSort: () => void;
  children: ReactNode;
}

/** Stands by itself where one column can be sorted in two ways. */
export function SortButton({ sort, onSort, children }: SortButtonProps) {
  const Icon = sortIcon[sort];
  return (
    <button
      type="button"
      onClick={onSort}
      className={classNames(
        '-mx-1.5 inline-flex min-h-6 items-center gap-1 rounded-sm px-1.5 font-medium hover:bg-sunken hover:text-ink',
        sort !== 'none' && 'text-ink',
      )}
    >
      {children}
      <Icon aria-hidden className={classNames('size-3.5', sort === 'none' && 'opacity-60')} />
    </button>
  );
}

export function Row({ className, ...rest }: ComponentProps<'tr'>) {
  return (
    <tr {...rest} className={classNames('border-b border-line last:border-b-0 hover:bg-canvas', className)} />
  );
}

interface CellProps extends Omit<ComponentProps<'td'>, 'align'> {
  align?: 'start' | 'end';
}

export function Cell({ align = 'start', className, ...rest }: CellProps) {
  return (
    <td {...rest} className={classNames('px-3 py-1.5', align === 'end' && 'text-end figures', className)} />
  );
}
