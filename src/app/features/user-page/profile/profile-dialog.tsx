import type { UserDetail } from '#contract/user.ts';
import { ChangeEmailDialog } from './change-email-dialog.tsx';
import { ChangePhoneDialog } from './change-phone-dialog.tsx';
import { ChangeUsernameDialog } from './change-username-dialog.tsx';
import { EditProfileDialog } from './edit-profile-dialog.tsx';
import { VerificationDialog } from './verification-dialog.tsx';

const dialogs = {
  editProfile: EditProfileDialog,
  changeEmail: ChangeEmailDialog,
  changeUsername: ChangeUsernameDialog,
  changePhone: ChangePhoneDialog,
  sendVerificationEmail: VerificationDialog,
};

export type ProfileAct = keyof typeof dialogs;

export interface ProfileDialogProps {
  detail: UserDetail;
  onClose: () => void;
}

/** The dialog of one act on a profile. */
export function ProfileDialog({ act, ...props }: ProfileDialogProps & { act: ProfileAct }) {
  const Dialog = dialogs[act];
  return <Dialog {...props} />;
}
