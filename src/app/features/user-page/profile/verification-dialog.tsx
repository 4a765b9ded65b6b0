import { ActDialog } from '#app/forms/act-dialog.tsx';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { useToast } from '#app/ui/toast.tsx';
import { sendVerificationEmail } from '#contract/profile-edit.ts';
import type { ProfileDialogProps } from './profile-dialog.tsx';

/** Sends the mail by which someone shows that an address is his. */
export function VerificationDialog({ detail, onClose }: ProfileDialogProps) {
  const t = useT('profile.verification');
  const toast = useToast();
  const { user } = detail;
  const email = user.email ?? '';
  const send = useUserAct(user.user_id, 'sendVerificationEmail', {
    run: (call, { reason }: { reason?: string }) =>
      call(sendVerificationEmail, { params: { userId: user.user_id }, reason }),
  });
  const confirm = (why: { reason?: string }) =>
    send.mutate(why, {
      onSuccess: () => {
        onClose();
        toast({ tone: 'success', message: t('done', { email }) });
      },
    });
  return (
    <ActDialog
      act="sendVerificationEmail"
      title={t('title', { name: isolated(user.name) })}
      confirmLabel={t('submit')}
      tone="primary"
      pending={send.isPending}
      error={send.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t.rich('explained', { email: () => <bdi>{email}</bdi> })}</p>
    </ActDialog>
  );
}
