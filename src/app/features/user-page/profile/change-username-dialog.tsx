import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { changeUsername, usernameChange } from '#contract/profile-edit.ts';
import { IdentifierDialog } from './identifier-dialog.tsx';
import type { ProfileDialogProps } from './profile-dialog.tsx';

/** Another name to sign in by. */
export function ChangeUsernameDialog({ detail, onClose }: ProfileDialogProps) {
  const t = useT('profile.changeUsername');
  const { user_id: userId, name } = detail.user;
  return (
    <IdentifierDialog
      detail={detail}
      act="changeUsername"
      attribute="username"
      schema={usernameChange}
      run={(call, { reason, body }) => call(changeUsername, { params: { userId }, body, reason })}
      input={{ autoCapitalize: 'none', spellCheck: false }}
      onClose={onClose}
    >
      <p className="text-sm text-muted">{t('consequence', { name: isolated(name) })}</p>
    </IdentifierDialog>
  );
}
