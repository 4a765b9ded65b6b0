import { FormDialog } from '#app/forms/form-dialog.tsx';
import { fieldOf, useRouteForm } from '#app/forms/route-form.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { useToast } from '#app/ui/toast.tsx';
import { changeEmail, type EmailChange, emailChange } from '#contract/profile-edit.ts';
import type { ProfileDialogProps } from './profile-dialog.tsx';

/** A new address: it is unverified until the person follows the link in the mail. */
export function ChangeEmailDialog({ detail, onClose }: ProfileDialogProps) {
  const t = useT('profile.changeEmail');
  const toast = useToast();
  const { user } = detail;
  const name = isolated(user.name);
  const form = useRouteForm(emailChange, { email: user.email ?? '' });
  const change = useUserAct(user.user_id, 'changeEmail', {
    run: (call, { reason, ...body }: EmailChange & { reason?: string }) =>
      call(changeEmail, { params: { userId: user.user_id }, body, reason }),
    onDone: (known, saved) => {
      known.remember(saved);
      void known.renew();
    },
  });
  const submit = async (values: EmailChange, why: { reason?: string }) => {
    const saved = await change.mutateAsync({ ...values, ...why });
    onClose();
    toast({ tone: 'success', message: t('done', { email: saved.email ?? values.email }) });
  };
  return (
    <FormDialog
      act="changeEmail"
      form={form}
      title={t('title', { name })}
      submitLabel={t('submit')}
      whenUnchanged={t('unchanged')}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('label')}
        type="email"
        autoComplete="off"
        data-autofocus
        {...fieldOf(form, 'email')}
      />
      <ul className="grid list-disc gap-1 ps-5 text-sm text-muted">
        <li>{t('mail')}</li>
        <li>{t('unverified')}</li>
        <li>{t('signIn', { name })}</li>
      </ul>
    </FormDialog>
  );
}
