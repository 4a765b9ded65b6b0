import { ActDialog } from '#app/forms/act-dialog.tsx';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { useToast } from '#app/ui/toast.tsx';
import { type Invitation, resendInvitation } from '#contract/create-user.ts';
import { keyOf } from './invitation-key.ts';
import { useInvitationAct } from './use-invitation-act.ts';

interface ResendDialogProps {
  invitation: Invitation;
  onClose: () => void;
}

/** Sends the mail of an invitation again. */
export function ResendDialog({ invitation, onClose }: ResendDialogProps) {
  const t = useT('adding.invitations');
  const toast = useToast();
  const who = isolated(invitation.identifier);
  const act = useInvitationAct(resendInvitation, invitation, (sent) => ({
    ...sent,
    invited_at: new Date().toISOString(),
  }));
  const confirm = (why: { reason?: string }) =>
    act.mutate(why, {
      onSuccess: () => {
        onClose();
        toast({ tone: 'success', message: t('resent', { who }) });
      },
    });
  return (
    <ActDialog
      act={['resendInvitation', 'createUser']}
      item={keyOf(invitation)}
      title={t('resendTitle', { who })}
      confirmLabel={t('resendConfirm')}
      tone="primary"
      pending={act.isPending}
      error={act.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t('resendAdvice')}</p>
    </ActDialog>
  );
}
