import { Mail, Trash2 } from 'lucide-react';
import { useResume } from '#app/forms/use-resume.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { useConnectionLabel } from '#app/organization/connection-label.ts';
import { Button } from '#app/ui/button.tsx';
import { RelativeTime } from '#app/ui/relative-time.tsx';
import type { Invitation } from '#contract/create-user.ts';
import type { ActDecision } from '#contract/user-act.ts';
import { keyOf } from './invitation-key.ts';

interface InvitationItemProps {
  invitation: Invitation;
  /** Whether this admin may do anything with it. */
  adding: ActDecision;
  onAsk: (what: 'resend' | 'withdraw') => void;
}

/** One person who is awaited, since when, and what can be done about it. */
export function InvitationItem({ invitation, adding, onAsk }: InvitationItemProps) {
  const t = useT('adding.invitations');
  const labelOf = useConnectionLabel();
  const { identifier, name, connection, mailed, invited_at, invited_by } = invitation;
  const item = keyOf(invitation);
  useResume(
    adding.allowed
      ? [
          { act: 'resendInvitation', item, onSelect: () => onAsk('resend') },
          { act: 'withdrawInvitation', item, onSelect: () => onAsk('withdraw') },
        ]
      : [],
  );
  const who = isolated(identifier);
  const when = () => <RelativeTime value={invited_at} />;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-2.5 last:border-b-0">
      <div className="grid min-w-0 flex-1 basis-56">
        <p className="font-medium">
          <bdi>{identifier}</bdi>
        </p>
        <p className="text-sm text-muted">
          {name && name !== identifier && (
            <>
              <bdi>{name}</bdi> ·{' '}
            </>
          )}
          <bdi>{labelOf(connection)}</bdi>
        </p>
        <p className="text-sm text-muted">
          {invited_by
            ? t.rich('sinceBy', { when, who: () => <bdi>{invited_by}</bdi> })
            : t.rich('since', { when })}
        </p>
      </div>
      {adding.allowed && (
        <div className="flex flex-wrap items-center gap-2">
          {mailed ? (
            <Button
              icon={<Mail aria-hidden className="size-4" />}
              aria-label={t('resendFor', { who })}
              onClick={() => onAsk('resend')}
            >
              {t('resend')}
            </Button>
          ) : (
            <p className="text-sm text-muted">{t('noMail')}</p>
          )}
          <Button
            variant="quiet"
            icon={<Trash2 aria-hidden className="size-4" />}
            aria-label={t('withdrawFor', { who })}
            onClick={() => onAsk('withdraw')}
          >
            {t('withdraw')}
          </Button>
        </div>
      )}
    </li>
  );
}
