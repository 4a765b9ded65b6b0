import { ActDialog } from '#app/forms/act-dialog.tsx';
import { useFormat } from '#app/lib/format.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { useToast } from '#app/ui/toast.tsx';
import { removeAuthenticationMethod } from '#contract/security.ts';
import type { AuthenticationMethod, UserId, UserProfile } from '#contract/user.ts';
import { useMethodName } from './method-list.tsx';
import { withMethods } from './with-methods.ts';

interface RemoveMethodDialogProps {
  user: UserProfile;
  method: AuthenticationMethod;
  factors: AuthenticationMethod[];
  onClose: () => void;
}

/** Says by what someone goes on proving who he is when one thing is gone, and removes it. */
export function RemoveMethodDialog({ user, method, factors, onClose }: RemoveMethodDialogProps) {
  const t = useT('security.factors');
  const format = useFormat();
  const toast = useToast();
  const nameOf = useMethodName();
  const { mutate, isPending, error } = useRemoveMethod(user.user_id, method.id);
  const name = isolated(user.name);
  const shown = nameOf(method);
  const rest = factors.filter(({ id }) => id !== method.id).map(nameOf);
  const onSuccess = () => {
    onClose();
    toast({ tone: 'success', message: t('removed', { method: shown }) });
  };
  return (
    <ActDialog
      act="removeAuthenticationMethods"
      item={method.id}
      title={t('removeQuestion', { method: shown, name })}
      confirmLabel={t('remove')}
      tone="danger"
      pending={isPending}
      error={error}
      onConfirm={(why) => mutate(why, { onSuccess })}
      onClose={onClose}
    >
      <p>
        {rest.length > 0
          ? t('removeOne', { name, rest: format.list([...new Set(rest)]) })
          : t('removeLast', { name })}
      </p>
      <p className="text-muted">{t('removeLostDevice')}</p>
    </ActDialog>
  );
}

function useRemoveMethod(userId: UserId, methodId: string) {
  return useUserAct(userId, 'removeAuthenticationMethods', {
    name: 'removeAuthenticationMethod',
    run: (call, { reason }) => call(removeAuthenticationMethod, { params: { userId, methodId }, reason }),
    onDone: (known) =>
      known.change((detail) => withMethods(detail, (methods) => methods.filter(({ id }) => id !== methodId))),
  });
}
