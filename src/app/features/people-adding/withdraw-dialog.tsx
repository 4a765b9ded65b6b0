import { ActDialog } from '#app/forms/act-dialog.tsx';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { useToast } from '#app/ui/toast.tsx';
import { type Invitation, withdrawInvitation } from '#contract/create-user.ts';
import { keyOf } from './invitation-key.ts';
import { useInvitationAct } from './use-invitation-act.ts';

interface WithdrawDialogProps {
  invitation: Invitation;
  onClose: () => void;
}

/** Takes an invitation back. */
export function WithdrawDialog({ invitation, onClose }: WithdrawDialogProps) {
  const t = useT('adding.invitations');
  const toast = useToast();
  const who = isolated(invitation.identifier);
  const act = useInvitationAct(withdrawInvitation, invitation, () => null);
  const confirm = (why: { reason?: string }) =>
    act.mutate(why, {
      onSuccess: () => {
        onClose();
        toast({ tone: 'success', message: t('withdrawn', { who }) });
      },
    });
  return (
    <ActDialog
      act={['withdrawInvitation', 'createUser']}
      item={keyOf(invitation)}
      title={t('withdrawTitle', { who })}
      confirmLabel={t('withdrawConfirm')}
      tone="danger"
      pending={act.isPending}
      error={act.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('withdrawAdvice')}</p>
    </ActDialog>
  );
}
