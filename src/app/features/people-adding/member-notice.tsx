import { Info } from 'lucide-react';
import { Link } from 'wouter';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { userPath } from '#app/paths.ts';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import type { UserAdded } from '#contract/create-user.ts';
import { Outcome } from './outcome.tsx';

interface MemberNoticeProps {
  member: Extract<UserAdded, { outcome: 'already-member' }>;
  onBack: () => void;
}

/** Who was to be added is a member: leads to him. */
export function MemberNotice({ member, onBack }: MemberNoticeProps) {
  const t = useT('adding.member');
  const { organization } = useOrganization();
  const name = isolated(member.name);
  const actions = (
    <>
      <Link href={userPath(organization, member.user_id)} className={buttonStyle('primary')}>
        {t('open', { name })}
      </Link>
      <Button onClick={onBack}>{t('back')}</Button>
    </>
  );
  return (
    <Outcome icon={Info} tone="info" title={t('title', { name })} actions={actions}>
      {t('advice')}
    </Outcome>
  );
}
