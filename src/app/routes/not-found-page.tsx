import { Compass } from 'lucide-react';
import { Link } from 'wouter';
import { useScreenTitle } from '#app/lib/screen-title.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { usersPath } from '#app/paths.ts';
import { buttonStyle } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Card } from '#app/ui/section.tsx';

/** An address within an organization that no screen has. */
export function NotFoundPage() {
  const t = useT('shell');
  const { organization } = useOrganization();
  useScreenTitle(t('notFoundTitle'));
  const toUsers = (
    <Link href={usersPath(organization)} className={buttonStyle('primary')}>
      {t('toUsers')}
    </Link>
  );
  return (
    <>
      <PageHeader title={t('notFoundTitle')} />
      <Card>
        <EmptyState icon={Compass} title={t('notFoundAdvice')} action={toUsers} />
      </Card>
    </>
  );
}
