import { Lock } from 'lucide-react';
import { useMemo } from 'react';
import { useScreenTitle } from '#app/lib/screen-title.ts';
import { browserTimeZone } from '#app/lib/time-zone.ts';
import { useUrlState } from '#app/lib/url-state.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Announcer } from '#app/ui/announcer.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Card } from '#app/ui/section.tsx';
import { auditAddress, filterFor } from './audit-address.ts';
import { AuditExport } from './audit-export.tsx';
import { AuditFilters } from './audit-filters.tsx';
import { AuditListBody } from './audit-list-body.tsx';
import { type AuditList, useAuditList } from './use-audit-list.ts';

/** What admins of the organization did, for those who may look. */
export function AuditPage() {
  const t = useT('audit');
  useScreenTitle(t('title'));
  const { can } = useOrganization();
  if (can('read:audit')) return <AuditLog />;
  return (
    <>
      <PageHeader title={t('title')} />
      <Card>
        <EmptyState icon={Lock} title={t('forbidden')}>
          {t('forbiddenAdvice')}
        </EmptyState>
      </Card>
    </>
  );
}

function AuditLog() {
  const t = useT('audit');
  const [address, change] = useUrlState(auditAddress);
  const filter = useMemo(() => filterFor(address, browserTimeZone()), [address]);
  const list = useAuditList(filter);
  return (
    <div className="@container">
      <PageHeader title={t('title')} actions={<AuditExport filter={filter} />}>
        <p className="text-muted">{t('about')}</p>
      </PageHeader>
      <Announcer message={useAnnouncement(list)} />
      <AuditFilters address={address} onChange={change} />
      <Card>
        <AuditListBody list={list} address={address} onChange={change} />
      </Card>
    </div>
  );
}

/** What a screen reader says when the list has changed. */
function useAnnouncement({ rows, isCurrent, error }: AuditList): string {
  const t = useT('audit');
  if (!rows) return error ? '' : t('loading');
  return isCurrent ? t('shown', { count: rows.length }) : '';
}
