import { ActDialog } from '#app/forms/act-dialog.tsx';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { UserProfile } from '#contract/user.ts';
import { useEndAccess } from './use-end-access.ts';

interface EndAllDialogProps {
  user: UserProfile;
  onClose: () => void;
}

/** Ends all that is open. A plan that cannot is a sentence, not an error. */
export function EndAllDialog({ user, onClose }: EndAllDialogProps) {
  const t = useT('security.sessions');
  const toast = useToast();
  const { mutate, isPending, error, data } = useEndAccess(user.user_id);
  const name = isolated(user.name);
  if (data?.ended === 'unentitled') return <Unentitled name={name} onClose={onClose} />;
  const finish = () => {
    onClose();
    toast({ tone: 'success', message: t('endedAll', { name }) });
  };
  return (
    <ActDialog
      act="endSessions"
      title={t('endAllQuestion', { name })}
      confirmLabel={t('endAllConfirm')}
      tone="danger"
      pending={isPending}
      error={error}
      onConfirm={(why) => mutate(why, { onSuccess: ({ ended }) => ended === 'all' && finish() })}
      onClose={onClose}
    >
      <p>{t('endAllConsequence')}</p>
    </ActDialog>
  );
}

function Unentitled({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useT('security.sessions');
  const ui = useT('ui');
  const footer = (
    <Button data-autofocus onClick={onClose}>
      {ui('close')}
    </Button>
  );
  return (
    <Dialog title={t('notEnded')} onClose={onClose} footer={footer}>
      <Banner tone="warning" role="alert">
        {t('endUnentitled', { name })}
      </Banner>
    </Dialog>
  );
}
