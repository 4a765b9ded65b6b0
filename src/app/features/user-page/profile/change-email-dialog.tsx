import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { changeEmail, emailChange } from '#contract/profile-edit.ts';
import { IdentifierDialog } from './identifier-dialog.tsx';
import type { ProfileDialogProps } from './profile-dialog.tsx';

/** A new address: it is unverified until the person follows the link in the mail. */
export function ChangeEmailDialog({ detail, onClose }: ProfileDialogProps) {
  const t = useT('profile.changeEmail');
  const { user_id: userId, name } = detail.user;
  return (
    <IdentifierDialog
      detail={detail}
      act="changeEmail"
      attribute="email"
      schema={emailChange}
      run={(call, { reason, body }) => call(changeEmail, { params: { userId }, body, reason })}
      input={{ type: 'email' }}
      onClose={onClose}
    >
      <ul className="grid list-disc gap-1 ps-5 text-sm text-muted">
        <li>{t('mail')}</li>
        <li>{t('unverified')}</li>
        <li>{t('signIn', { name: isolated(name) })}</li>
      </ul>
    </IdentifierDialog>
  );
}
