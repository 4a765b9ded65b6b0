import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { AuditList } from './use-audit-list.ts';

interface AuditFooterProps {
  count: number;
  older: AuditList['older'];
}

/** How much is shown, and the way to older rows. */
export function AuditFooter({ count, older }: AuditFooterProps) {
  const t = useT('audit');
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-3 py-2">
      <p className="me-auto text-sm text-muted figures">
        {t('shown', { count })}
        {!older.exist && <> · {t('end')}</>}
      </p>
      {older.hasFailed && (
        <p role="alert" className="text-sm text-danger">
          {t('olderFailed')}
        </p>
      )}
      {older.exist && (
        <Button onClick={older.load} pending={older.isLoading}>
          {t('older')}
        </Button>
      )}
    </div>
  );
}
