import { useState } from 'react';
import { ActDialog } from '#app/forms/act-dialog.tsx';
import { download, fileName } from '#app/lib/download.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import { exportData, type UserData } from '#contract/leave.ts';
import type { UserId, UserProfile } from '#contract/user.ts';

interface DataDialogProps {
  user: UserProfile;
  onClose: () => void;
}

interface Saved {
  file: string;
  missing: UserData['missing'];
}

/** Saves all that is held about someone as one file, and says what could not be had. */
export function DataDialog({ user, onClose }: DataDialogProps) {
  const t = useT('leave.data');
  const { mutate, isPending, error } = useExportData(user.user_id);
  const [saved, setSaved] = useState<Saved | null>(null);
  const name = isolated(user.name);
  const save = (data: UserData) => {
    const file = fileName('data', user.name, new Date(data.about.exported_at), 'json');
    download(file, 'application/json', JSON.stringify(data, null, 2));
    setSaved({ file, missing: data.missing });
  };
  if (saved) return <SavedDialog saved={saved} onClose={onClose} />;
  return (
    <ActDialog
      act="exportData"
      title={t('question', { name })}
      confirmLabel={t('confirm')}
      tone="primary"
      pending={isPending}
      error={error}
      onConfirm={(why) => mutate(why, { onSuccess: save })}
      onClose={onClose}
    >
      <p>{t('holds')}</p>
      <p className="text-muted">{t('careful', { name })}</p>
    </ActDialog>
  );
}

function SavedDialog({ saved: { file, missing }, onClose }: { saved: Saved; onClose: () => void }) {
  const t = useT('leave.data');
  const footer = (
    <Button data-autofocus variant="primary" onClick={onClose}>
      {t('close')}
    </Button>
  );
  return (
    <Dialog title={t('doneTitle')} onClose={onClose} footer={footer}>
      <p role="status">{t('done', { file: isolated(file) })}</p>
      {missing.length > 0 && (
        <Banner tone="warning" title={t('missingTitle')}>
          <ul>
            {missing.map(({ part, why }) => (
              <li key={part}>{t('missing', { part: t.has(keyOf(part)) ? t(keyOf(part)) : part, why })}</li>
            ))}
          </ul>
        </Banner>
      )}
    </Dialog>
  );
}

/** Any part may be missing; `has` tells those that have words. */
function keyOf(part: string) {
  return `part.${part}` as 'part.roles';
}

function useExportData(userId: UserId) {
  return useUserAct(userId, 'exportData', {
    run: (call, { reason }) => call(exportData, { params: { userId }, reason }),
  });
}
