import { useState } from 'react';
import { FormDialog } from '#app/forms/form-dialog.tsx';
import { OneTimeSecret } from '#app/forms/one-time-secret.tsx';
import { PasswordInput } from '#app/forms/password-input.tsx';
import { useRouteForm } from '#app/forms/route-form.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct, type Why } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { setPassword, type TemporaryPassword, temporaryPassword } from '#contract/security.ts';
import type { UserDetail, UserId } from '#contract/user.ts';

interface TemporaryPasswordDialogProps {
  detail: UserDetail;
  onMailInstead: () => void;
  onClose: () => void;
}

/** Gives someone a password for the moment, and shows it once. */
export function TemporaryPasswordDialog({ detail, onMailInstead, onClose }: TemporaryPasswordDialogProps) {
  const t = useT('security.password');
  const { user, acts } = detail;
  const form = useRouteForm(temporaryPassword, { password: '' });
  const [given, setGiven] = useState<string | null>(null);
  const { mutateAsync } = useSetPassword(user.user_id);
  const name = isolated(user.name);
  const submit = async (values: TemporaryPassword, why: Why) => {
    await mutateAsync({ ...values, ...why });
    setGiven(values.password);
  };
  if (given !== null) {
    return (
      <OneTimeSecret title={t('setDone', { name })} secret={given} copyLabel={t('copy')} onClose={onClose}>
        {t('setDoneAdvice', { name })}
      </OneTimeSecret>
    );
  }
  return (
    <FormDialog
      act="setPassword"
      form={form}
      title={t('setTitle', { name })}
      submitLabel={t('setConfirm')}
      onSubmit={submit}
      onClose={onClose}
    >
      <Banner tone="info">
        <p>{t('setWarning', { name })}</p>
        {acts.sendPasswordReset.allowed && (
          <Button className="mt-1.5" onClick={onMailInstead}>
            {t('setSendInstead')}
          </Button>
        )}
      </Banner>
      <PasswordInput
        form={form}
        name="password"
        label={t('newPassword')}
        rules={detail.passwordRules}
        personal={[user.name, user.nickname, user.username, user.email]}
      />
      <p className="text-muted">{t('setConsequence', { name })}</p>
    </FormDialog>
  );
}

function useSetPassword(userId: UserId) {
  return useUserAct(userId, 'setPassword', {
    run: (call, { password, reason }: TemporaryPassword & Why) =>
      call(setPassword, { params: { userId }, body: { password }, reason }),
    onDone: (known, saved) => {
      known.remember(saved);
      // A new password ends the pause after failed sign-ins, and the sessions.
      void known.renew();
      void known.renewAccess();
    },
  });
}
