import { Download } from 'lucide-react';
import { useFailure } from '#app/failure/describe-failure.ts';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { Menu } from '#app/ui/menu.tsx';
import { MenuGroup, MenuItem, MenuItems } from '#app/ui/menu-items.tsx';
import { Spinner } from '#app/ui/spinner.tsx';
import { useToast } from '#app/ui/toast.tsx';
import { type AuditFilter, type AuditFormat, auditFormat } from '#contract/audit.ts';
import { useAuditExport } from './use-audit-export.ts';

/** Takes along what the filters show, all of it. */
export function AuditExport({ filter }: { filter: AuditFilter }) {
  const t = useT('audit');
  const toast = useToast();
  const save = useAuditExport(filter);
  const start = (format: AuditFormat) => {
    if (save.isPending) return;
    save.mutate(format, { onSuccess: () => toast({ tone: 'success', message: t('downloaded') }) });
  };
  return (
    <div className="grid justify-items-end gap-2">
      <Menu
        label={t('downloadAs')}
        align="end"
        trigger={{
          className: buttonStyle(),
          'aria-busy': save.isPending || undefined,
          children: (
            <>
              {save.isPending ? <Spinner /> : <Download aria-hidden className="size-4" />}
              {t('download')}
            </>
          ),
        }}
      >
        <MenuItems>
          <MenuGroup label={t('downloadAdvice')}>
            {auditFormat.options.map((format) => (
              <MenuItem key={format} onSelect={() => start(format)}>
                {t(format)}
              </MenuItem>
            ))}
          </MenuGroup>
        </MenuItems>
      </Menu>
      {save.error && <Failed error={save.error} />}
    </div>
  );
}

function Failed({ error }: { error: Error }) {
  const { title, advice } = useFailure()(error);
  return (
    <Banner tone="danger" role="alert" title={title}>
      {advice}
    </Banner>
  );
}
