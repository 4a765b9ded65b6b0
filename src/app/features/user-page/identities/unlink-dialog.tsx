import { ActDialog } from '#app/forms/act-dialog.tsx';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { useToast } from '#app/ui/toast.tsx';
import { unlinkIdentity } from '#contract/identities.ts';
import type { Identity, UserId, UserProfile } from '#contract/user.ts';
import { keyOf, useIdentityKind } from './identity-kind.ts';

interface UnlinkDialogProps {
  user: UserProfile;
  identity: Identity;
  onClose: () => void;
}

/** Says what a linked account becomes when it is unlinked, and does it. */
export function UnlinkDialog({ user, identity, onClose }: UnlinkDialogProps) {
  const t = useT('identities');
  const toast = useToast();
  const kindOf = useIdentityKind();
  const { organization } = useOrganization();
  const { mutate, isPending, error } = useUnlink(user.user_id, identity);
  const name = isolated(user.name);
  const account = kindOf(identity, user.username);
  const onSuccess = () => {
    onClose();
    toast({ tone: 'success', message: t('unlinked', { account }) });
  };
  return (
    <ActDialog
      act="unlinkIdentity"
      item={keyOf(identity)}
      title={t('unlinkQuestion', { account, name })}
      confirmLabel={t('unlink')}
      tone="danger"
      pending={isPending}
      error={error}
      onConfirm={(why) => mutate(why, { onSuccess })}
      onClose={onClose}
    >
      <p>{t('unlinkConsequence', { name, organization: isolated(organization) })}</p>
    </ActDialog>
  );
}

function useUnlink(userId: UserId, { provider, user_id: identityId }: Identity) {
  return useUserAct(userId, 'unlinkIdentity', {
    run: (call, { reason }) => call(unlinkIdentity, { params: { userId, provider, identityId }, reason }),
    onDone: (known, saved) => known.remember(saved),
  });
}
