import { Skeleton } from '#app/ui/skeleton.tsx';
import { Cell, Row } from '#app/ui/table.tsx';
import { type AccountColumn, type Columns, columnStyle } from './user-columns.ts';

const widths = ['w-36', 'w-48', 'w-28', 'w-44', 'w-40', 'w-32', 'w-46', 'w-24', 'w-42', 'w-38'];

/** As high as the rows that come, so that nothing jumps. */
export function SkeletonRows({ columns }: { columns: Columns }) {
  return (
    <tbody aria-hidden>
      {widths.map((width) => (
        <Row key={width} className="hover:bg-transparent">
          <Cell>
            <div className="flex h-10 items-center gap-3">
              <Skeleton className="size-8 shrink-0 rounded-full" />
              <div className="grid gap-2">
                <Skeleton className={width} />
                <Skeleton className="h-3 w-32" />
              </div>
            </div>
          </Cell>
          <Cell className="@max-2xl:hidden">
            <Skeleton className="w-12" />
          </Cell>
          {columns.account.map((name) => (
            <Cell key={name} className={cellStyles[name]}>
              <Skeleton className={name === 'logins_count' ? 'ms-auto w-8' : 'w-20'} />
            </Cell>
          ))}
          {columns.fields.map(({ name }) => (
            <Cell key={name} className={columnStyle.wide}>
              <Skeleton className="w-20" />
            </Cell>
          ))}
        </Row>
      ))}
    </tbody>
  );
}

const cellStyles: Record<AccountColumn, string> = {
  connection: columnStyle.connection,
  last_login: '@max-2xl:hidden',
  logins_count: columnStyle.wide,
  created_at: columnStyle.wide,
};
