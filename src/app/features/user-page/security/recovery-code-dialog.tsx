import { ActDialog } from '#app/forms/act-dialog.tsx';
import { OneTimeSecret } from '#app/forms/one-time-secret.tsx';
import { ProblemError } from '#app/lib/call-error.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { regenerateRecoveryCode } from '#contract/security.ts';
import type { UserId, UserProfile } from '#contract/user.ts';

interface RecoveryCodeDialogProps {
  user: UserProfile;
  onClose: () => void;
}

/** Makes a new recovery code, and shows it once. */
export function RecoveryCodeDialog({ user, onClose }: RecoveryCodeDialogProps) {
  const t = useT('security.factors');
  const { mutate, isPending, error, data } = useNewCode(user.user_id);
  const name = isolated(user.name);
  if (data) {
    return (
      <OneTimeSecret
        title={t('code', { name })}
        secret={data.recovery_code}
        copyLabel={t('copyCode')}
        onClose={onClose}
      >
        {t('codeAdvice')}
      </OneTimeSecret>
    );
  }
  if (error instanceof ProblemError && error.type === 'item-not-found') {
    return <NoCode name={name} onClose={onClose} />;
  }
  return (
    <ActDialog
      act="regenerateRecoveryCode"
      title={t('newCodeQuestion', { name })}
      confirmLabel={t('newCodeConfirm')}
      tone="primary"
      pending={isPending}
      error={error}
      onConfirm={(why) => mutate(why)}
      onClose={onClose}
    >
      <p>{t('newCodeConsequence', { name })}</p>
    </ActDialog>
  );
}

function NoCode({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useT('security.factors');
  const ui = useT('ui');
  const footer = (
    <Button data-autofocus onClick={onClose}>
      {ui('close')}
    </Button>
  );
  return (
    <Dialog title={t('newCodeQuestion', { name })} onClose={onClose} footer={footer}>
      <p role="alert">{t('noCode', { name })}</p>
    </Dialog>
  );
}

function useNewCode(userId: UserId) {
  return useUserAct(userId, 'regenerateRecoveryCode', {
    run: (call, { reason }) => call(regenerateRecoveryCode, { params: { userId }, reason }),
  });
}
