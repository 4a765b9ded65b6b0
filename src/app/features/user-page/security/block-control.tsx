import { Ban, LockOpen } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useResume } from '#app/forms/use-resume.ts';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { UserDetail } from '#contract/user.ts';
import { ActControl } from '../act/act-control.tsx';
import { halfDone } from './half-done.ts';

const dialogs = {
  block: lazyWithWords(['block'], async () => (await import('./block-dialog.tsx')).BlockDialog),
  unblock: lazyWithWords(['block'], async () => (await import('./unblock-dialog.tsx')).UnblockDialog),
};

/** The button to block or unblock. */
export function BlockControl({ detail }: { detail: UserDetail }) {
  const t = useT('userPage.block');
  const [dialog, setDialog] = useState<'block' | 'unblock' | null>(null);
  const act = detail.user.blocked ? 'unblock' : 'block';
  const Icon = detail.user.blocked ? LockOpen : Ban;
  const Dialog = dialog && dialogs[dialog];
  useResume([
    { act: 'block', item: halfDone, onSelect: () => setDialog('block') },
    { act: 'unblock', item: halfDone, onSelect: () => setDialog('unblock') },
  ]);
  return (
    <ActControl detail={detail} act={act} align="end" onSelect={() => setDialog(act)}>
      {(attributes) => (
        <>
          <Button {...attributes} icon={<Icon aria-hidden className="size-4" />}>
            {t(act)}
          </Button>
          <Suspense>{Dialog && <Dialog detail={detail} onClose={() => setDialog(null)} />}</Suspense>
        </>
      )}
    </ActControl>
  );
}
