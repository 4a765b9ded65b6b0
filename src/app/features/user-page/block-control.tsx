import { Ban, LockOpen } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { UserDetail } from '#contract/user.ts';
import { ActControl } from './act/act-control.tsx';
import { BlockDialog } from './block-dialog.tsx';

/** The button to block or unblock. */
export function BlockControl({ detail }: { detail: UserDetail }) {
  const t = useT('userPage.block');
  const [dialog, setDialog] = useState<'block' | 'unblock' | null>(null);
  const { user, bruteForceBlocks: locks } = detail;
  const act = user.blocked ? 'unblock' : 'block';
  const Icon = user.blocked ? LockOpen : Ban;
  const locked = locks.state === 'ready' && locks.items.length > 0;
  return (
    <ActControl detail={detail} act={act} align="end">
      {(attributes) => (
        <>
          <Button
            {...attributes}
            icon={<Icon aria-hidden className="size-4" />}
            onClick={() => setDialog(act)}
          >
            {t(act)}
          </Button>
          {dialog && <BlockDialog act={dialog} user={user} locked={locked} onClose={() => setDialog(null)} />}
        </>
      )}
    </ActControl>
  );
}
