import { Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx';
import { CopyButton } from '#app/ui/copy-button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';

interface OneTimeSecretProps {
  /** What it is, and whose. */
  title: string;
  secret: string;
  copyLabel: string;
  onClose: () => void;
  /** What to do with it. */
  children: ReactNode;
}

/** Something that is shown once: to copy or print. Leaving it asks first. Needs the words of `forms`. */
export function OneTimeSecret({ title, secret, copyLabel, onClose, children }: OneTimeSecretProps) {
  const t = useT('forms.secret');
  const [isLeaving, setLeaving] = useState(false);
  const leave = () => setLeaving(true);
  const footer = (
    <>
      <Button icon={<Printer aria-hidden className="size-4" />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      <Button variant="primary" onClick={leave}>
        {t('done')}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={leave} footer={footer}>
      <div data-print className="grid gap-3">
        {/* Only the sheet of paper needs to say what it is. */}
        <p className="hidden font-semibold print:block">{title}</p>
        <p className="flex items-center gap-2 rounded-md bg-sunken px-3 py-2">
          <bdi dir="ltr" className="min-w-0 flex-1 font-mono text-lg select-all">
            {secret}
          </bdi>
          <span className="print:hidden">
            <CopyButton text={secret} label={copyLabel} />
          </span>
        </p>
        <div>{children}</div>
      </div>
      {isLeaving && (
        <ConfirmDialog
          title={t('sure')}
          cancelLabel={t('stay')}
          confirmLabel={t('close')}
          tone="primary"
          onConfirm={onClose}
          onClose={() => setLeaving(false)}
        >
          <p>{children}</p>
        </ConfirmDialog>
      )}
    </Dialog>
  );
}
