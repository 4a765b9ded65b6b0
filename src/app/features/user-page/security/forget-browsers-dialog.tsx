import { ActDialog } from '#app/forms/act-dialog.tsx';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { useToast } from '#app/ui/toast.tsx';
import { forgetBrowsers } from '#contract/security.ts';
import type { UserId, UserProfile } from '#contract/user.ts';

interface ForgetBrowsersDialogProps {
  user: UserProfile;
  onClose: () => void;
}

export function ForgetBrowsersDialog({ user, onClose }: ForgetBrowsersDialogProps) {
  const t = useT('security.factors');
  const toast = useToast();
  const { mutate, isPending, error } = useForgetBrowsers(user.user_id);
  const name = isolated(user.name);
  const onSuccess = () => {
    onClose();
    toast({ tone: 'success', message: t('forgotten', { name }) });
  };
  return (
    <ActDialog
      act="forgetBrowsers"
      title={t('forgetQuestion', { name })}
      confirmLabel={t('forgetConfirm')}
      tone="primary"
      pending={isPending}
      error={error}
      onConfirm={(why) => mutate(why, { onSuccess })}
      onClose={onClose}
    >
      <p>{t('forgetConsequence')}</p>
    </ActDialog>
  );
}

function useForgetBrowsers(userId: UserId) {
  return useUserAct(userId, 'forgetBrowsers', {
    run: (call, { reason }) => call(forgetBrowsers, { params: { userId }, reason }),
  });
}
