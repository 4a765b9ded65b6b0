import { Wrench } from 'lucide-react';
import { type ConfigFault, configFileName, type KeyFault } from '#app/lib/config.ts';
import { useT } from '#app/messages/use-t.ts';
import { StandalonePage } from '#app/shell/standalone-page.tsx';
import { Banner } from '#app/ui/banner.tsx';

/** The set-up is broken: names each wrong key and what is expected of it. */
export function ConfigurationPage({ fault }: { fault: ConfigFault }) {
  const t = useT('configuration');
  return (
    <StandalonePage title={t('title')} icon={Wrench} tone="warning">
      {fault.kind === 'insecure' ? (
        <p className="text-muted">{t('insecure')}</p>
      ) : (
        <FileFaults fault={fault} />
      )}
    </StandalonePage>
  );
}

type FileFault = Exclude<ConfigFault, { kind: 'insecure' }>;

function FileFaults({ fault }: { fault: FileFault }) {
  const t = useT('configuration');
  const file = configFileName;
  return (
    <>
      <p className="text-muted">
        {t.rich('advice', { file: () => <code className="font-mono text-ink">{file}</code> })}
      </p>
      {fault.kind === 'keys' ? <KeyFaults faults={fault.faults} /> : <WholeFault fault={fault} />}
    </>
  );
}

function WholeFault({ fault }: { fault: Exclude<FileFault, { kind: 'keys' }> }) {
  const t = useT('configuration');
  switch (fault.kind) {
    case 'missing':
      return <Banner tone="danger">{t('missingFile', { status: String(fault.status) })}</Banner>;
    case 'unreachable':
      return <Banner tone="danger">{t('unreachableFile')}</Banner>;
    case 'not-json':
      return <Banner tone="danger">{t('notJson')}</Banner>;
  }
}

function KeyFaults({ faults }: { faults: KeyFault[] }) {
  const t = useT('configuration');
  return (
    <ul className="grid gap-2">
      {faults.map((fault) => (
        <li key={fault.key}>
          <Banner tone="danger" title={t(`${fault.fault}Key`, { key: fault.key })}>
            {fault.fault !== 'unknown' && t(`expected.${fault.key}`)}
          </Banner>
        </li>
      ))}
    </ul>
  );
}
