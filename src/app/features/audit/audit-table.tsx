import type { ReactNode } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { ColumnHeader, Table } from '#app/ui/table.tsx';
import { VisuallyHidden } from '#app/ui/visually-hidden.tsx';

interface AuditTableProps {
  /** The rows shown are of an earlier question. */
  busy: boolean;
  /** One `tbody` for each row and its details. */
  children: ReactNode;
}

export const columnCount = 6;

export function AuditTable({ busy, children }: AuditTableProps) {
  const t = useT('audit');
  return (
    <Table label={t('table')} busy={busy} layout="fixed">
      <thead className="@max-3xl:hidden">
        <tr>
          <ColumnHeader className="w-36">{t('column.when')}</ColumnHeader>
          <ColumnHeader>{t('column.who')}</ColumnHeader>
          <ColumnHeader>{t('column.what')}</ColumnHeader>
          <ColumnHeader>{t('column.whom')}</ColumnHeader>
          <ColumnHeader className="w-32">{t('column.outcome')}</ColumnHeader>
          <ColumnHeader className="w-14">
            <VisuallyHidden>{t('column.details')}</VisuallyHidden>
          </ColumnHeader>
        </tr>
      </thead>
      {children}
    </Table>
  );
}
