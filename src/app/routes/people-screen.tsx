import { Suspense } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Loading } from '#app/ui/loading.tsx';

const areas = ['adding', 'forms'] as const;

const AddPeoplePage = lazyWithWords(
  areas,
  async () => (await import('#app/features/people-adding/add-people-page.tsx')).AddPeoplePage,
);
const InvitationsPage = lazyWithWords(
  areas,
  async () => (await import('#app/features/people-adding/invitations-page.tsx')).InvitationsPage,
);

const pages = { add: AddPeoplePage, invitations: InvitationsPage };

/** The screens about people who come to the organization. */
export function PeopleScreen({ page }: { page: keyof typeof pages }) {
  const t = useT('ui');
  const { organization } = useOrganization();
  const Page = pages[page];
  return (
    <Suspense fallback={<Loading label={t('loading')} />}>
      <Page key={organization} />
    </Suspense>
  );
}
