import { UserRoundX } from 'lucide-react';
import { Link } from 'wouter';
import { useWayBack } from '#app/lib/way-back.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { usersPath } from '#app/paths.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Card } from '#app/ui/section.tsx';

/** Nobody has this id here: deleted, of another organization, or a link that lost its end. All look the same. */
export function MissingUser() {
  const t = useT('userPage');
  const { organization } = useOrganization();
  const back = (
    <Link href={useWayBack(usersPath(organization))} className={buttonStyle('primary')}>
      {t('missingBack')}
    </Link>
  );
  return (
    <Card>
      <EmptyState icon={UserRoundX} title={t('missingReason')} action={back}>
        {t('missingAdvice')}
      </EmptyState>
    </Card>
  );
}
