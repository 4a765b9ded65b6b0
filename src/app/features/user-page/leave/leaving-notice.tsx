import { useState } from 'react';
import { Link } from 'wouter';
import { ActDialog } from '#app/forms/act-dialog.tsx';
import { useFormat } from '#app/lib/format.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { usersPath } from '#app/paths.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { textLinkStyle } from '#app/ui/text-link.ts';
import { useToast } from '#app/ui/toast.tsx';
import { cancelLeave } from '#contract/leave.ts';
import type { UserDetail, UserId, UserProfile } from '#contract/user.ts';
import { ActControl } from '../act/act-control.tsx';

/**
 * When someone who leaves is deleted, and the way to keep him; or that he is not, because somebody has let him in again
 * without asking here.
 */
export function LeavingNotice({ detail }: { detail: UserDetail }) {
  const t = useT('leave');
  const format = useFormat();
  const { organization } = useOrganization();
  const [isAsking, setAsking] = useState(false);
  const { user } = detail;
  const name = isolated(user.name);
  const date = format.dateTime(new Date(user.delete_at ?? ''));
  return (
    <>
      <Banner tone="warning" title={t(user.blocked ? 'banner.title' : 'banner.freeTitle', { name })}>
        <p>{user.blocked ? t('banner.when', { date }) : t('banner.free', { date })}</p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 pt-2">
          <ActControl detail={detail} act="cancelLeave" onSelect={() => setAsking(true)}>
            {(attributes) => <Button {...attributes}>{t('banner.keep', { name })}</Button>}
          </ActControl>
          <Link href={`${usersPath(organization)}?status=leaving`} className={textLinkStyle}>
            {t('section.everyone')}
          </Link>
        </div>
      </Banner>
      {isAsking && <KeepDialog user={user} onClose={() => setAsking(false)} />}
    </>
  );
}

function KeepDialog({ user, onClose }: { user: UserProfile; onClose: () => void }) {
  const t = useT('leave.banner');
  const toast = useToast();
  const { mutate, isPending, error } = useCancelLeave(user.user_id);
  const name = isolated(user.name);
  const onSuccess = () => {
    onClose();
    toast({ tone: 'success', message: t(user.blocked ? 'kept' : 'keptFree', { name }) });
  };
  return (
    <ActDialog
      act="cancelLeave"
      title={t('question', { name })}
      confirmLabel={t('keep', { name })}
      tone="primary"
      pending={isPending}
      error={error}
      onConfirm={(why) => mutate(why, { onSuccess })}
      onClose={onClose}
    >
      <p>{t(user.blocked ? 'consequence' : 'consequenceFree', { name })}</p>
    </ActDialog>
  );
}

function useCancelLeave(userId: UserId) {
  return useUserAct(userId, 'cancelLeave', {
    run: (call, { reason }) => call(cancelLeave, { params: { userId }, reason }),
    onDone: (known, saved) => {
      known.remember(saved);
      void known.renew();
    },
  });
}
