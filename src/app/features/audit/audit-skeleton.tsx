import { Skeleton } from '#app/ui/skeleton.tsx';
import { Cell, Row } from '#app/ui/table.tsx';

const widths = ['w-28', 'w-36', 'w-24', 'w-32', 'w-40', 'w-28', 'w-36', 'w-24'];

export function AuditSkeleton() {
  return (
    <tbody aria-hidden>
      {widths.map((width, index) => (
        // The places of rows that are not there yet.
        // biome-ignore lint/suspicious/noArrayIndexKey: they never change places
        <Row key={index} className="hover:bg-transparent">
          <Cell>
            <Skeleton className="w-20" />
          </Cell>
          <Cell>
            <Skeleton className={width} />
          </Cell>
          <Cell className="@max-3xl:hidden">
            <Skeleton className="w-24" />
          </Cell>
          <Cell className="@max-3xl:hidden">
            <Skeleton className={width} />
          </Cell>
          <Cell className="@max-3xl:hidden">
            <Skeleton className="w-14" />
          </Cell>
          <Cell className="@max-3xl:hidden">
            <Skeleton className="ms-auto w-4" />
          </Cell>
        </Row>
      ))}
    </tbody>
  );
}
