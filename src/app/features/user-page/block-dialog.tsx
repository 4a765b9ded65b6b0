import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { UserProfile } from '#contract/user.ts';
import { useBlockFailure } from './block-failure.ts';
import { useSetBlocked } from './use-set-blocked.ts';

interface BlockDialogProps {
  act: 'block' | 'unblock';
  user: UserProfile;
  /** Brute-force protection refuses some of his sign-ins. */
  locked: boolean;
  onClose: () => void;
}

/** Says what blocking or unblocking means for this person, and does it. */
export function BlockDialog({ act, user, locked, onClose }: BlockDialogProps) {
  const t = useT('userPage.block');
  const toast = useToast();
  const reasonOf = useBlockFailure();
  const setBlocked = useSetBlocked(user.user_id);
  const name = isolated(user.name);
  const words = act === 'block' ? wordsToBlock : wordsToUnblock;
  const confirm = () =>
    setBlocked.mutate(
      { blocked: act === 'block' },
      {
        onSuccess: () => {
          onClose();
          toast({ tone: 'success', message: t(words.done, { name }) });
        },
      },
    );
  return (
    <ConfirmDialog
      title={t(words.question, { name })}
      confirmLabel={t(act)}
      tone={act === 'block' ? 'danger' : 'primary'}
      pending={setBlocked.isPending}
      error={setBlocked.error && reasonOf(setBlocked.error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t(words.consequence)}</p>
      {act === 'unblock' && locked && <p>{t('stillLocked')}</p>}
    </ConfirmDialog>
  );
}

const wordsToBlock = {
  question: 'blockQuestion',
  consequence: 'blockConsequence',
  done: 'nowBlocked',
} as const;

const wordsToUnblock = {
  question: 'unblockQuestion',
  consequence: 'unblockConsequence',
  done: 'nowUnblocked',
} as const;
