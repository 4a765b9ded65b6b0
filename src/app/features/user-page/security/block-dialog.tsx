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
import { useEndAccess } from './use-end-access.ts';
import { useSetBlocked } from './use-set-blocked.ts';

interface BlockDialogProps {
  detail: UserDetail;
  onClose: () => void;
}

/** Blocks someone, and where the admin may and wants it ends what is open. */
export function BlockDialog({ detail, onClose }: BlockDialogProps) {
  const t = useT('block');
  const toast = useToast();
  const failureOf = useActFailure();
  const { user, acts } = detail;
  const block = useSetBlocked(user.user_id, 'block');
  const end = useEndAccess(user.user_id);
  const mayEnd = acts.endSessions.allowed;
  const [alsoEnd, setAlsoEnd] = useState(mayEnd);
  // Kept when it comes to the second act, which may be tried again.
  const [half, setHalf] = useState<Why | null>(null);
  const name = isolated(user.name);
  const finish = (message: string) => {
    onClose();
    toast({ tone: 'success', message });
  };
  const endAccess = (why: Why) =>
    end.mutate(why, {
      onSuccess: ({ ended }) => (ended === 'all' ? finish(t('nowBlockedAndEnded', { name })) : setHalf(why)),
      onError: () => setHalf(why),
    });
  const confirm = (why: Why) =>
    block.mutate(why, { onSuccess: () => (alsoEnd ? endAccess(why) : finish(t('nowBlocked', { name }))) });
  if (half) {
    return (
      <HalfDoneDialog
        title={t('partTitle.block', { name })}
        message={t(end.data ? 'unentitled' : 'endFailed')}
        failure={end.data ? null : end.error && failureOf(end.error)}
        pending={end.isPending}
        onRetry={() => endAccess(half)}
        onClose={onClose}
      />
    );
  }
  return (
    <ActDialog
      act={alsoEnd ? ['block', 'endSessions'] : 'block'}
      title={t('blockQuestion', { name })}
      confirmLabel={t('block')}
      tone="danger"
      pending={block.isPending || end.isPending}
      error={block.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('blockConsequence')}</p>
      {mayEnd && (
        <Checkbox
          label={t('alsoEnd')}
          hint={t(alsoEnd ? 'alsoEndConsequence' : 'notEnded')}
          checked={alsoEnd}
          onCheckedChange={setAlsoEnd}
        />
      )}
      {!mayEnd && <p>{t('notEnded')}</p>}
    </ActDialog>
  );
}
