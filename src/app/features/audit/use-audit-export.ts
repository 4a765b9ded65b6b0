import { useMutation } from '@tanstack/react-query';
import { download } from '#app/lib/download.ts';
import { useFileCall } from '#app/lib/file-call.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { type AuditFilter, type AuditFormat, exportAudit } from '#contract/audit.ts';

/** Saves all that the filters show, not only what was scrolled to. */
export function useAuditExport(filter: AuditFilter) {
  const { organization } = useOrganization();
  const callForFile = useFileCall(organization);
  return useMutation({
    mutationFn: (format: AuditFormat) => callForFile(exportAudit, { query: { ...filter, format } }),
    onSuccess: ({ name, content }) => download(name, content.type, content),
  });
}
