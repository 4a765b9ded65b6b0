import { CircleCheck, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { OneTimeSecret } from '#app/forms/one-time-secret.tsx';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { invitationsPath, usersPath } from '#app/paths.ts';
import { Button, buttonStyle } from '#app/ui/button.tsx';
import type { Added } from './add-people-page.tsx';
import { Outcome } from './outcome.tsx';

interface AddedNoticeProps {
  added: Added;
  onAnother: () => void;
}

/**
 * Says that the wish was taken, and no more: whether an account was made would tell whether somebody outside the
 * organization has this address.
 */
export function AddedNotice({ added, onAnother }: AddedNoticeProps) {
  const t = useT('adding.done');
  const { organization } = useOrganization();
  const { way, password } = added;
  const [isShown, setShown] = useState(password !== undefined);
  const who = isolated(added.who);
  const title = t(way === 'invite' ? 'invited' : 'added', { who });
  const actions = (
    <>
      <Button variant="primary" icon={<UserPlus aria-hidden className="size-4" />} onClick={onAnother}>
        {t('another')}
      </Button>
      <Link href={invitationsPath(organization)} className={buttonStyle()}>
        {t('invitations')}
      </Link>
      <Link href={usersPath(organization)} className={buttonStyle()}>
        {t('users')}
      </Link>
    </>
  );
  return (
    <>
      <Outcome icon={CircleCheck} tone="success" title={title} actions={actions}>
        {t(`${way}Advice`)}
      </Outcome>
      {isShown && password !== undefined && (
        <OneTimeSecret
          title={t('passwordTitle', { who })}
          secret={password}
          copyLabel={t('copy')}
          onClose={() => setShown(false)}
        >
          {t('passwordAdvice')}
        </OneTimeSecret>
      )}
    </>
  );
}
