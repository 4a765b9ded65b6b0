import { Ban, LockOpen } from 'lucide-react';
import { useId, useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Button } from '#app/ui/button.tsx';
import type { UserProfile } from '#contract/user.ts';
import { BlockDialog } from './block-dialog.tsx';

interface BlockControlProps {
  user: UserProfile;
  locked: boolean;
}

/** The button to block or unblock, for those who may. */
export function BlockControl({ user, locked }: BlockControlProps) {
  const t = useT('userPage.block');
  const id = useId();
  const { can } = useOrganization();
  const [dialog, setDialog] = useState<'block' | 'unblock' | null>(null);
  if (!can('block:users')) return null;
  const act = user.blocked ? 'unblock' : 'block';
  const Icon = user.blocked ? LockOpen : Ban;
  return (
    <div className="grid justify-items-end gap-1">
      <Button
        icon={<Icon aria-hidden className="size-4" />}
        disabled={user.self}
        aria-describedby={user.self ? id : undefined}
        onClick={() => setDialog(act)}
      >
        {t(act)}
      </Button>
      {user.self && (
        <p id={id} className="max-w-56 text-end text-sm text-muted">
          {t('ownAccount')}
        </p>
      )}
      {dialog && <BlockDialog act={dialog} user={user} locked={locked} onClose={() => setDialog(null)} />}
    </div>
  );
}
