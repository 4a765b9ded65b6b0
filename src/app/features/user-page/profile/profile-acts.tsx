import { AtSign, MailCheck, Pencil, Phone, UserRoundPen } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import type { UserDetail } from '#contract/user.ts';
import type { UserAct } from '#contract/user-act.ts';
import { ActBar, type ActButton } from '../act/act-bar.tsx';
import type { ProfileAct } from './profile-dialog.tsx';
import { editableAttributes, editableFields } from './profile-values.ts';

const ProfileDialog = lazyWithWords(
  ['profile'],
  async () => (await import('./profile-dialog.tsx')).ProfileDialog,
);

/** What can be done about who someone is. */
export function ProfileActs({ detail }: { detail: UserDetail }) {
  const t = useT('userPage.profileActs');
  const [dialog, setDialog] = useState<ProfileAct | null>(null);
  const button = (act: ProfileAct, Icon: typeof Pencil): ActButton => ({
    act,
    label: t(act),
    icon: <Icon aria-hidden className="size-4" />,
    onSelect: () => setDialog(act),
  });
  const { user } = detail;
  const canEdit = useCanEdit(detail);
  const buttons = [
    ...(canEdit ? [button('editProfile', Pencil)] : []),
    ...(isOfUse('changeEmail', user.email, detail) ? [button('changeEmail', AtSign)] : []),
    ...(isOfUse('changeUsername', user.username, detail) ? [button('changeUsername', UserRoundPen)] : []),
    ...(isOfUse('changePhone', user.phone_number, detail) ? [button('changePhone', Phone)] : []),
    ...(user.email !== undefined && user.email_verified !== true
      ? [button('sendVerificationEmail', MailCheck)]
      : []),
  ];
  return (
    <>
      <ActBar detail={detail} buttons={buttons} />
      {dialog && (
        <Suspense>
          <ProfileDialog act={dialog} detail={detail} onClose={() => setDialog(null)} />
        </Suspense>
      )}
    </>
  );
}

/** Whether anything of the profile could be edited at all; where not, the notes above have said why. */
function useCanEdit(detail: UserDetail): boolean {
  const { fields } = useOrganization().me.settings;
  return editableAttributes(detail).length > 0 || editableFields(fields).length > 0;
}

/** Many accounts have no username, phone number or email, and never will: nothing needs to be said of it. */
function isOfUse(act: UserAct, present: string | undefined, { acts }: UserDetail): boolean {
  const decision = acts[act];
  return decision.allowed || (present !== undefined && decision.rule !== 'state');
}
