import { useState } from 'react';
import { ActDialog } from '#app/forms/act-dialog.tsx';
import { useFormat } from '#app/lib/format.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { useToast } from '#app/ui/toast.tsx';
import { removeAuthenticationMethods } from '#contract/security.ts';
import type { AuthenticationMethod, UserId, UserProfile } from '#contract/user.ts';
import { isFactor, useMethodName } from './method-list.tsx';
import { withMethods } from './with-methods.ts';

interface RemoveAllMethodsDialogProps {
  user: UserProfile;
  factors: AuthenticationMethod[];
  onClose: () => void;
}

/** Removes every second step and key; what Auth0 does not let go is said. */
export function RemoveAllMethodsDialog({ user, factors, onClose }: RemoveAllMethodsDialogProps) {
  const t = useT('security.factors');
  const ui = useT('ui');
  const format = useFormat();
  const toast = useToast();
  const nameOf = useMethodName();
  // They are gone from the page before the dialog has closed.
  const [removed] = useState(factors);
  const { mutate, isPending, error, data } = useRemoveMethods(user.user_id);
  const name = isolated(user.name);
  const namesOf = (methods: AuthenticationMethod[]) => format.list([...new Set(methods.map(nameOf))]);
  if (data && data.left.length > 0) {
    const footer = (
      <Button data-autofocus onClick={onClose}>
        {ui('close')}
      </Button>
    );
    return (
      <Dialog title={t('someLeft', { name })} onClose={onClose} footer={footer}>
        <Banner tone="warning" role="alert">
          {t('left', { list: namesOf(data.left), name })}
        </Banner>
      </Dialog>
    );
  }
  const finish = () => {
    onClose();
    toast({ tone: 'success', message: t('allRemoved', { name }) });
  };
  return (
    <ActDialog
      act="removeAuthenticationMethods"
      title={t('removeAllQuestion', { name })}
      confirmLabel={t('removeAll')}
      tone="danger"
      pending={isPending}
      error={error}
      onConfirm={(why) => mutate(why, { onSuccess: ({ left }) => left.length === 0 && finish() })}
      onClose={onClose}
    >
      <p>{t('removeAllConsequence', { count: removed.length, list: namesOf(removed), name })}</p>
      <p className="text-muted">{t('removeLostDevice')}</p>
    </ActDialog>
  );
}

function useRemoveMethods(userId: UserId) {
  return useUserAct(userId, 'removeAuthenticationMethods', {
    run: (call, { reason }) => call(removeAuthenticationMethods, { params: { userId }, reason }),
    onDone: (known, { left }) =>
      known.change((detail) =>
        withMethods(detail, (methods) => [...methods.filter((method) => !isFactor(method)), ...left]),
      ),
  });
}
