import { History } from 'lucide-react';
import { FailurePanel } from '#app/failure/failure-panel.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { type AuditAddress, type ChangeAddress, isFiltered, noFilters } from './audit-address.ts';
import { AuditFooter } from './audit-footer.tsx';
import { AuditRowGroup } from './audit-row.tsx';
import { AuditSkeleton } from './audit-skeleton.tsx';
import { AuditTable } from './audit-table.tsx';
import type { AuditList } from './use-audit-list.ts';

interface AuditListBodyProps {
  list: AuditList;
  address: AuditAddress;
  onChange: ChangeAddress;
}

/** The rows, or what stands in their place. */
export function AuditListBody({ list, address, onChange }: AuditListBodyProps) {
  const { rows, error, isCurrent } = list;
  if (error && !isCurrent) {
    return <FailurePanel error={error} onRetry={list.retry} retrying={list.retrying} />;
  }
  if (!rows) {
    return (
      <AuditTable busy={false}>
        <AuditSkeleton />
      </AuditTable>
    );
  }
  if (rows.length === 0) return <Nothing isFiltered={isFiltered(address)} onChange={onChange} />;
  return (
    <>
      {error && <Stale onRetry={list.retry} pending={list.retrying} />}
      <AuditTable busy={!isCurrent}>
        {rows.map((row) => (
          <AuditRowGroup key={row.id} row={row} />
        ))}
      </AuditTable>
      <AuditFooter count={rows.length} older={list.older} />
    </>
  );
}

function Nothing({ isFiltered, onChange }: { isFiltered: boolean; onChange: ChangeAddress }) {
  const t = useT('audit');
  if (!isFiltered) {
    return (
      <EmptyState icon={History} title={t('noneTitle')}>
        {t('none')}
      </EmptyState>
    );
  }
  const clear = <Button onClick={() => onChange(noFilters)}>{t('filter.clear')}</Button>;
  return (
    <EmptyState icon={History} title={t('nothingFits')} action={clear}>
      {t('nothingFitsAdvice')}
    </EmptyState>
  );
}

function Stale({ onRetry, pending }: { onRetry: () => void; pending: boolean }) {
  const t = useT('audit');
  const ui = useT('ui');
  const retry = (
    <Button variant="quiet" onClick={onRetry} pending={pending}>
      {ui('retry')}
    </Button>
  );
  return (
    <Banner tone="warning" role="status" action={retry}>
      {t('stale')}
    </Banner>
  );
}
