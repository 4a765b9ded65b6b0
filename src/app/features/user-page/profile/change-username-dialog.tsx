import { FormDialog } from '#app/forms/form-dialog.tsx';
import { fieldOf, useRouteForm } from '#app/forms/route-form.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { useToast } from '#app/ui/toast.tsx';
import { changeUsername, type UsernameChange, usernameChange } from '#contract/profile-edit.ts';
import type { ProfileDialogProps } from './profile-dialog.tsx';

/** Another name to sign in by. */
export function ChangeUsernameDialog({ detail, onClose }: ProfileDialogProps) {
  const t = useT('profile.changeUsername');
  const toast = useToast();
  const { user } = detail;
  const name = isolated(user.name);
  const form = useRouteForm(usernameChange, { username: user.username ?? '' });
  const change = useUserAct(user.user_id, 'changeUsername', {
    run: (call, { reason, ...body }: UsernameChange & { reason?: string }) =>
      call(changeUsername, { params: { userId: user.user_id }, body, reason }),
    onDone: (known, saved) => known.remember(saved),
  });
  const submit = async (values: UsernameChange, why: { reason?: string }) => {
    const saved = await change.mutateAsync({ ...values, ...why });
    onClose();
    toast({ tone: 'success', message: t('done', { username: saved.username ?? values.username }) });
  };
  return (
    <FormDialog
      act="changeUsername"
      form={form}
      title={t('title', { name })}
      submitLabel={t('submit')}
      whenUnchanged={t('unchanged')}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t('label')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        {...fieldOf(form, 'username')}
      />
      <p className="text-sm text-muted">{t('consequence', { name })}</p>
    </FormDialog>
  );
}
