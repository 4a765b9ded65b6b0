import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { changePhone, phoneChange } from '#contract/profile-edit.ts';
import { IdentifierDialog } from './identifier-dialog.tsx';
import type { ProfileDialogProps } from './profile-dialog.tsx';

/** Another number: codes to sign in go there from now on. */
export function ChangePhoneDialog({ detail, onClose }: ProfileDialogProps) {
  const t = useT('profile.changePhone');
  const { user_id: userId, name } = detail.user;
  return (
    <IdentifierDialog
      detail={detail}
      act="changePhone"
      attribute="phone_number"
      schema={phoneChange}
      run={(call, { reason, body }) => call(changePhone, { params: { userId }, body, reason })}
      hint={t('hint')}
      input={{ type: 'tel', dir: 'ltr' }}
      setValueAs={withoutBlanks}
      onClose={onClose}
    >
      <p className="text-sm text-muted">{t('consequence', { name: isolated(name) })}</p>
    </IdentifierDialog>
  );
}

/** People write numbers in groups; Auth0 takes digits. */
function withoutBlanks(typed: unknown): unknown {
  return typeof typed === 'string' ? typed.replaceAll(/[\s()./-]/g, '') : typed;
}
