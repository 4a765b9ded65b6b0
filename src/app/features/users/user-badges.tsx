import { Ban, Clock, Lock, LogOut, MailWarning } from 'lucide-react';
import { useT } from '#app/messages/use-t.ts';
import { Badge } from '#app/ui/badge.tsx';
import type { UserSummary } from '#contract/user.ts';

interface UserBadgesProps {
  user: UserSummary;
  /** Brute-force protection refuses his sign-ins, as far as is known. */
  locked: boolean;
}

/** Whether someone can sign in, and what is unusual about him. The usual is said quietly. */
export function UserBadges({ user, locked }: UserBadgesProps) {
  const t = useT('users');
  const isUnverified = user.email !== undefined && user.email_verified !== true;
  const isNew = user.logins_count === 0;
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      {user.blocked ? (
        <Badge tone="danger" icon={Ban}>
          {t('status.blocked')}
        </Badge>
      ) : (
        <span className="py-0.5 text-sm text-muted">{t('status.active')}</span>
      )}
      {locked && (
        <Badge tone="warning" icon={Lock}>
          {t('status.locked')}
        </Badge>
      )}
      {isUnverified && (
        <Badge tone="warning" icon={MailWarning}>
          {t('badge.unverified')}
        </Badge>
      )}
      {user.delete_at && (
        <Badge tone="danger" icon={LogOut}>
          {t('status.leaving')}
        </Badge>
      )}
      {isNew && <Badge icon={Clock}>{t('status.never-signed-in')}</Badge>}
    </span>
  );
}
