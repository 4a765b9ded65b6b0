import { SearchX, UsersRound } from 'lucide-react';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';
import type { UserListQuery } from '#contract/search.ts';
import { type ChangeList, isFiltered, noFilters } from './user-list-state.ts';

interface NoUsersProps {
  query: UserListQuery;
  onChange: ChangeList;
}

/** Why a page holds nobody, and what to do about it. */
export function NoUsers({ query, onChange }: NoUsersProps) {
  const t = useT('noUsers');
  if (query.q || isFiltered(query)) return <NobodyMatches query={query} onChange={onChange} />;
  if (!query.cursor) return <NoMembers />;
  const toFirst = <Button onClick={() => onChange({})}>{t('pageEmpty.first')}</Button>;
  return <EmptyState icon={UsersRound} title={t('pageEmpty.title')} action={toFirst} />;
}

function NoMembers() {
  const t = useT('noUsers');
  const { organization, me } = useOrganization();
  const name = me.organizations.find(({ id }) => id === organization)?.name ?? organization;
  return (
    <EmptyState icon={UsersRound} title={t('none.title')}>
      {t('none.advice', { organization: name })}
    </EmptyState>
  );
}

function NobodyMatches({ query, onChange }: NoUsersProps) {
  const t = useT('noUsers');
  const quoted = () => <q className="break-words">{<bdi>{query.q}</bdi>}</q>;
  const title = isFiltered(query) ? 'nobody.filtered' : 'nobody.search';
  const actions = (
    <>
      {query.q && <Button onClick={() => onChange({ q: undefined })}>{t('nobody.clearSearch')}</Button>}
      {isFiltered(query) && <Button onClick={() => onChange(noFilters)}>{t('nobody.clearFilters')}</Button>}
    </>
  );
  return (
    <EmptyState
      icon={SearchX}
      title={query.q ? t.rich(title, { q: quoted }) : t('nobody.filters')}
      action={actions}
    >
      {query.q ? t('nobody.advice') : t('nobody.filterAdvice')}
    </EmptyState>
  );
}
