import { useState } from 'react';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { Checkbox } from '#app/ui/checkbox.tsx';
import type { UserDetail } from '#contract/user.ts';
import { isLocked } from './lock-list.tsx';
import { type SecondAct, SetBlockedDialog } from './set-blocked-dialog.tsx';
import { useEndPause } from './use-end-pause.ts';

interface UnblockDialogProps {
  detail: UserDetail;
  onClose: () => void;
}

/** Unblocks someone. A pause after failed sign-ins goes on by itself, so that it can be ended too. */
export function UnblockDialog({ detail, onClose }: UnblockDialogProps) {
  const t = useT('block');
  const { user, acts } = detail;
  const { mutate, isPending, error } = useEndPause(user.user_id);
  // Ending the pause makes it false before the dialog has closed.
  const [locked] = useState(isLocked(detail));
  const mayEnd = locked && acts.removeBruteForceBlocks.allowed;
  const name = isolated(user.name);
  const endPause: SecondAct = {
    act: 'removeBruteForceBlocks',
    run: (why, { onSuccess, onError }) => mutate(why, { onSuccess: () => onSuccess(true), onError }),
    isPending,
    error,
    missing: t('pauseFailed'),
  };
  return (
    <SetBlockedDialog
      detail={detail}
      act="unblock"
      tone="primary"
      second={mayEnd ? endPause : null}
      done={{ one: t('nowUnblocked', { name }), both: t('nowFree', { name }) }}
      onClose={onClose}
    >
      {(choice) => (
        <>
          <p>{t('unblockConsequence')}</p>
          {locked && <p>{t('pauseStays')}</p>}
          {mayEnd && <Checkbox label={t('alsoEndPause')} {...choice} />}
        </>
      )}
    </SetBlockedDialog>
  );
}
