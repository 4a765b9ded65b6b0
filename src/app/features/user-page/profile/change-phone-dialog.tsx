import { FormDialog } from '#app/forms/form-dialog.tsx';
import { fieldOf, useRouteForm } from '#app/forms/route-form.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { useToast } from '#app/ui/toast.tsx';
import { changePhone, type PhoneChange, phoneChange } from '#contract/profile-edit.ts';
import type { ProfileDialogProps } from './profile-dialog.tsx';

/** Another number: codes to sign in go there from now on. */
export function ChangePhoneDialog({ detail, onClose }: ProfileDialogProps) {
  const t = useT('profile.changePhone');
  const toast = useToast();
  const { user } = detail;
  const name = isolated(user.name);
  const form = useRouteForm(phoneChange, { phone_number: user.phone_number ?? '' });
  const change = useUserAct(user.user_id, 'changePhone', {
    run: (call, { reason, ...body }: PhoneChange & { reason?: string }) =>
      call(changePhone, { params: { userId: user.user_id }, body, reason }),
    onDone: (known, saved) => known.remember(saved),
  });
  const submit = async (values: PhoneChange, why: { reason?: string }) => {
    const saved = await change.mutateAsync({ ...values, ...why });
    onClose();
    toast({ tone: 'success', message: t('done', { phone: saved.phone_number ?? values.phone_number }) });
  };
  return (
    <FormDialog
      act="changePhone"
      form={form}
      title={t('title', { name })}
      submitLabel={t('submit')}
      whenUnchanged={t('unchanged')}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('label')}
        hint={t('hint')}
        type="tel"
        dir="ltr"
        autoComplete="off"
        data-autofocus
        {...fieldOf(form, 'phone_number', withoutBlanks)}
      />
      <p className="text-sm text-muted">{t('consequence', { name })}</p>
    </FormDialog>
  );
}

/** People write numbers in groups; Auth0 takes digits. */
const withoutBlanks = {
  setValueAs: (value: unknown) => (typeof value === 'string' ? value.replaceAll(/[\s()./-]/g, '') : value),
};
