import {
  Ban,
  CalendarClock,
  History,
  KeyRound,
  LogOut,
  type LucideIcon,
  Trash2,
  UserRoundMinus,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat } from '#app/lib/format.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import type { UserDetail } from '#contract/user.ts';
import { deletionDay, isShared, type LeaveDraft } from './leave-wish.ts';

interface ConsequencesProps {
  detail: UserDetail;
  draft: LeaveDraft;
}

/** What leaving does, in its order. */
export function Consequences({ detail, draft }: ConsequencesProps) {
  const t = useT('leave.review');
  const format = useFormat();
  const { organization } = useOrganization();
  const { user, roles } = detail;
  const words = { name: isolated(user.name), organization: isolated(organization) };
  const date = format.date(deletionDay(draft.days));
  const count = user.identities.length;
  if (isShared(detail)) {
    return (
      <ul className="grid gap-2">
        <Line icon={UserRoundMinus}>{t('remove', words)}</Line>
        <Line icon={KeyRound}>{t('removeShared')}</Line>
      </ul>
    );
  }
  const names = roles.state === 'ready' ? roles.items.map((role) => isolated(role.name)) : null;
  return (
    <ul className="grid gap-2">
      <Line icon={Ban}>{t('block', words)}</Line>
      <Line icon={LogOut}>{t('end-access')}</Line>
      {names === null && <Line icon={KeyRound}>{t('drop-roles-unknown', words)}</Line>}
      {names && names.length > 0 && (
        <Line icon={KeyRound}>{t('drop-roles', { ...words, list: format.list(names) })}</Line>
      )}
      {draft.way === 'remove' && <Line icon={UserRoundMinus}>{t('remove', words)}</Line>}
      {draft.way === 'delete-later' && (
        <Line icon={CalendarClock}>{t('delete-later', { ...words, date })}</Line>
      )}
      {draft.way === 'delete-now' && <Line icon={Trash2}>{t('delete-now', { count })}</Line>}
      {draft.way !== 'remove' && <Line icon={History}>{t('logs')}</Line>}
    </ul>
  );
}

function Line({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <li className="flex gap-2.5">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <span className="min-w-0">{children}</span>
    </li>
  );
}
