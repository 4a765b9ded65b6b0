import { useState } from 'react';
import { useActFailure } from '#app/failure/act-failure.ts';
import { ActDialog } from '#app/forms/act-dialog.tsx';
import { isolated } from '#app/lib/isolated.ts';
import type { Why } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { Checkbox } from '#app/ui/checkbox.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { UserDetail } from '#contract/user.ts';
import { HalfDoneDialog } from './half-done-dialog.tsx';
import { isLocked } from './lock-list.tsx';
import { useEndPause } from './use-end-pause.ts';
import { useSetBlocked } from './use-set-blocked.ts';

interface UnblockDialogProps {
  detail: UserDetail;
  onClose: () => void;
}

/** Unblocks someone. A pause after failed sign-ins goes on by itself, so that it can be ended too. */
export function UnblockDialog({ detail, onClose }: UnblockDialogProps) {
  const t = useT('block');
  const toast = useToast();
  const failureOf = useActFailure();
  const { user, acts } = detail;
  const unblock = useSetBlocked(user.user_id, 'unblock');
  const endPause = useEndPause(user.user_id);
  // Ending the pause makes it false before the dialog has closed.
  const [locked] = useState(isLocked(detail));
  const mayEnd = locked && acts.removeBruteForceBlocks.allowed;
  const [alsoEnd, setAlsoEnd] = useState(mayEnd);
  const [half, setHalf] = useState<Why | null>(null);
  const name = isolated(user.name);
  const finish = (message: string) => {
    onClose();
    toast({ tone: 'success', message });
  };
  const end = (why: Why) =>
    endPause.mutate(why, { onSuccess: () => finish(t('nowFree', { name })), onError: () => setHalf(why) });
  const confirm = (why: Why) =>
    unblock.mutate(why, { onSuccess: () => (alsoEnd ? end(why) : finish(t('nowUnblocked', { name }))) });
  if (half) {
    return (
      <HalfDoneDialog
        title={t('partTitle.unblock', { name })}
        message={t('pauseFailed')}
        failure={endPause.error && failureOf(endPause.error)}
        pending={endPause.isPending}
        onRetry={() => end(half)}
        onClose={onClose}
      />
    );
  }
  return (
    <ActDialog
      act={alsoEnd ? ['unblock', 'removeBruteForceBlocks'] : 'unblock'}
      title={t('unblockQuestion', { name })}
      confirmLabel={t('unblock')}
      tone="primary"
      pending={unblock.isPending || endPause.isPending}
      error={unblock.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('unblockConsequence')}</p>
      {locked && <p>{t('pauseStays')}</p>}
      {mayEnd && <Checkbox label={t('alsoEndPause')} checked={alsoEnd} onCheckedChange={setAlsoEnd} />}
    </ActDialog>
  );
}
