import { useState } from 'react';
import { ActDialog } from '#app/forms/act-dialog.tsx';
import { interruptedIn } from '#app/lib/interrupted-act.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Select } from '#app/ui/select.tsx';
import { useToast } from '#app/ui/toast.tsx';
import { sendPasswordReset } from '#contract/security.ts';
import type { UserId, UserProfile } from '#contract/user.ts';

interface PasswordMailDialogProps {
  user: UserProfile;
  onClose: () => void;
}

/** Sends the mail by which someone chooses a new password, and afterwards gets to an application. */
export function PasswordMailDialog({ user, onClose }: PasswordMailDialogProps) {
  const t = useT('security.password');
  const toast = useToast();
  const { applications } = useOrganization().me.settings;
  const [application, setApplication] = useState(() => {
    const before = interruptedIn('sendPasswordReset')?.chosen.application;
    const chosen = applications.find(({ client_id }) => client_id === before) ?? applications[0];
    return chosen?.client_id;
  });
  const { mutate, isPending, error } = useSendPasswordReset(user.user_id, application);
  const name = isolated(user.name);
  const email = user.email ?? name;
  const onSuccess = () => {
    onClose();
    toast({ tone: 'success', message: t('resetSent', { email }) });
  };
  return (
    <ActDialog
      act="sendPasswordReset"
      chosen={{ application }}
      title={t('resetQuestion', { name })}
      confirmLabel={t('resetSend')}
      tone="primary"
      pending={isPending}
      error={error}
      onConfirm={(why) => mutate(why, { onSuccess })}
      onClose={onClose}
    >
      <p>{t.rich('resetConsequence', { email: () => <bdi>{email}</bdi> })}</p>
      <p className="text-muted">{t('resetOnlyThey', { name })}</p>
      {applications.length > 1 && application !== undefined && (
        <Select
          label={t('resetApplication')}
          value={application}
          options={applications.map(({ client_id, name: label }) => ({ value: client_id, label }))}
          onValueChange={setApplication}
        />
      )}
    </ActDialog>
  );
}

function useSendPasswordReset(userId: UserId, application: string | undefined) {
  return useUserAct(userId, 'sendPasswordReset', {
    run: (call, { reason }) => call(sendPasswordReset, { params: { userId }, body: { application }, reason }),
  });
}
