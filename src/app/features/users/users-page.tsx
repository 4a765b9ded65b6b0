import { useT } from '#app/messages/use-t.ts';
import { PageHeader } from '#app/ui/page-header.tsx';

export function UsersPage() {
  const t = useT('users');
  return <PageHeader title={t('title')} />;
}
