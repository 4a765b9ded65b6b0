import { type AuditFormat, auditMedia, auditRow, exportAudit } from '#contract/audit.ts';
import { type AuditEntry, auditRows } from '../../audit/audit-log.ts';
import type { Services } from '../../services.ts';
import { type Binding, bindStream } from '../bind.ts';
import { csvHead, csvLine } from './csv.ts';
import { filterOf, unreadable } from './read-log.ts';
import { rowView } from './row-view.ts';

/** All rows of the organization as a file; however many there are, few are held at a time. */
export function bindExportAudit({ world }: Services): Binding {
  return bindStream(exportAudit, async ({ admin, organization, scope, query }) => {
    const { format = 'csv', ...asked } = query;
    const filter = filterOf({ admin, scope }, asked);
    const rows = filter ? auditRows(world.audit, filter) : noRows();
    const day = new Date(world.now()).toISOString().slice(0, 10);
    return {
      type: auditMedia[format],
      fileName: `activity-${plain(organization)}-${day}.${format}`,
      parts: linesOf(rows, format),
    };
  });
}

async function* noRows(): AsyncGenerator<AuditEntry, void> {}

async function* linesOf(
  rows: AsyncIterator<AuditEntry, void>,
  format: AuditFormat,
): AsyncGenerator<string, void> {
  let next = await rows.next().catch(unreadable);
  if (format === 'csv') yield csvHead;
  for (; !next.done; next = await rows.next()) {
    const row = auditRow.parse(rowView(next.value));
    yield format === 'csv' ? csvLine(row) : `${JSON.stringify(row)}\n`;
  }
}

/** A name that every file system takes. */
function plain(organization: string): string {
  const text = organization
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-');
  return text.replace(/^-|-$/g, '').slice(0, 60) || 'organization';
}
