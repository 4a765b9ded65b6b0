import { Ban, CircleCheck, Clock, KeyRound, Lock, LogOut, MailWarning, UserRound } from 'lucide-react';
import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import type { UserSummary } from '#contract/user.ts';

interface StatusBadgesProps {
  user: UserSummary;
  /** Brute-force protection refuses some of his sign-ins. */
  locked: boolean;
  self: boolean;
  hasTemporaryPassword: boolean;
}

/** Whether someone can sign in, and what is unusual about him. */
export function StatusBadges({ user, locked, self, hasTemporaryPassword }: StatusBadgesProps) {
  const t = useT('userPage');
  const status = useT('users.status');
  const isUnverified = user.email !== undefined && user.email_verified !== true;
  return (
    <span className="flex flex-wrap items-center gap-1">
      {user.blocked ? (
        <Badge tone="danger" icon={Ban}>
          {status('blocked')}
        </Badge>
      ) : (
        <Badge tone="success" icon={CircleCheck}>
          {status('active')}
        </Badge>
      )}
      {locked && (
        <Badge tone="warning" icon={Lock}>
          {status('locked')}
        </Badge>
      )}
      {isUnverified && (
        <Badge tone="warning" icon={MailWarning}>
          {status('unverified')}
        </Badge>
      )}
      {hasTemporaryPassword && (
        <Badge tone="warning" icon={KeyRound}>
          {t('temporaryPassword')}
        </Badge>
      )}
      {user.delete_at && user.blocked && (
        <Badge tone="danger" icon={LogOut}>
          <LeavingDay at={user.delete_at} />
        </Badge>
      )}
      {user.logins_count === 0 && <Badge icon={Clock}>{status('never-signed-in')}</Badge>}
      {self && (
        <Badge tone="info" icon={UserRound}>
          {t('you')}
        </Badge>
      )}
    </span>
  );
}

/** "Leaves on 21 Nov 2026"; what is no date is left out. */
function LeavingDay({ at }: { at: string }) {
  const t = useT('userPage');
  const status = useT('users.status');
  const format = useFormat();
  const day = new Date(at);
  return Number.isNaN(day.getTime()) ? status('leaving') : t('leavesOn', { day: format.date(day) });
}
