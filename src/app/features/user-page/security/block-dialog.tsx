import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { Checkbox } from '#app/ui/checkbox.tsx';
import type { UserDetail } from '#contract/user.ts';
import { type SecondAct, SetBlockedDialog } from './set-blocked-dialog.tsx';
import { useEndAccess } from './use-end-access.ts';

interface BlockDialogProps {
  detail: UserDetail;
  onClose: () => void;
}

/** Blocks someone, and where the admin may and wants it ends what is open. */
export function BlockDialog({ detail, onClose }: BlockDialogProps) {
  const t = useT('block');
  const { user, acts } = detail;
  const { mutate, isPending, error, data } = useEndAccess(user.user_id);
  const mayEnd = acts.endSessions.allowed;
  const name = isolated(user.name);
  const end: SecondAct = {
    act: 'endSessions',
    run: (why, { onSuccess, onError }) =>
      mutate(why, { onSuccess: ({ ended }) => onSuccess(ended === 'all'), onError }),
    isPending,
    error,
    missing: t(data ? 'unentitled' : 'endFailed'),
  };
  return (
    <SetBlockedDialog
      detail={detail}
      act="block"
      tone="danger"
      second={mayEnd ? end : null}
      done={{ one: t('nowBlocked', { name }), both: t('nowBlockedAndEnded', { name }) }}
      onClose={onClose}
    >
      {(choice) => (
        <>
          <p>{t('blockConsequence')}</p>
          {mayEnd ? (
            <Checkbox
              label={t('alsoEnd')}
              hint={t(choice.checked ? 'alsoEndConsequence' : 'notEnded')}
              {...choice}
            />
          ) : (
            <p>{t('notEnded')}</p>
          )}
        </>
      )}
    </SetBlockedDialog>
  );
}
