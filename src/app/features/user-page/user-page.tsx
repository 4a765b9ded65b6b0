import { PageHeader } from '#app/ui/page-header.tsx';
import type { UserId } from '#contract/user.ts';

export function UserPage({ userId }: { userId: UserId }) {
  return <PageHeader title={userId} />;
}
