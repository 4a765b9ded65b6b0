import { ActDialog } from '#app/forms/act-dialog.tsx';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { useToast } from '#app/ui/toast.tsx';
import type { UserProfile } from '#contract/user.ts';
import { useEndPause } from './use-end-pause.ts';

interface EndPauseDialogProps {
  user: UserProfile;
  onClose: () => void;
}

export function EndPauseDialog({ user, onClose }: EndPauseDialogProps) {
  const t = useT('security.access');
  const toast = useToast();
  const { mutate, isPending, error } = useEndPause(user.user_id);
  const name = isolated(user.name);
  const onSuccess = () => {
    onClose();
    toast({ tone: 'success', message: t('pauseEnded', { name }) });
  };
  return (
    <ActDialog
      act="removeBruteForceBlocks"
      title={t('endPauseQuestion', { name })}
      confirmLabel={t('endPause')}
      tone="primary"
      pending={isPending}
      error={error}
      onConfirm={(why) => mutate(why, { onSuccess })}
      onClose={onClose}
    >
      <p>{t('endPauseConsequence', { name })}</p>
    </ActDialog>
  );
}
