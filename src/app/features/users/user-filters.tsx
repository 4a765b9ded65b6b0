import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/select.tsx';
import type { Connection } from '#contract/me.ts';
import { defaultUserSort, type UserListQuery, userSort, userStatus } from '#contract/search.ts';
import type { ChangeList } from './user-list-state.ts';

interface UserFiltersProps {
  query: UserListQuery;
  connections: readonly Connection[];
  onChange: ChangeList;
}

/** By what the list can be narrowed; where columns are left out for want of room, also the order. */
export function UserFilters({ query, connections, onChange }: UserFiltersProps) {
  const t = useT('users');
  const statuses = userStatus.options.map((value) => ({ value, label: t(`status.${value}`) }));
  const labels = connections.map(({ name, label }) => ({ value: name, label }));
  const orders = userSort.options.map((value) => ({ value, label: t(`sort.${value}`) }));
  return (
    <>
      <Select
        label={t('filter.status')}
        labelled="hidden"
        className={selectStyle}
        value={query.status ?? ''}
        options={[{ value: '', label: t('filter.anyStatus') }, ...statuses]}
        onValueChange={(value) => onChange({ status: value || undefined })}
      />
      {connections.length > 0 && (
        <Select
          label={t('filter.connection')}
          labelled="hidden"
          className={selectStyle}
          value={query.connection ?? ''}
          options={[{ value: '', label: t('filter.anyConnection') }, ...labels]}
          onValueChange={(value) => onChange({ connection: value || undefined })}
        />
      )}
      <Select
        label={t('sort.label')}
        labelled="hidden"
        className={`${selectStyle} @5xl:hidden`}
        value={query.sort ?? defaultUserSort}
        options={orders}
        onValueChange={(sort) => onChange({ sort })}
      />
      {(query.status || query.connection) && (
        <Button variant="quiet" onClick={() => onChange({ status: undefined, connection: undefined })}>
          {t('filter.clear')}
        </Button>
      )}
    </>
  );
}

const selectStyle = 'min-w-0 grow basis-32 @2xl:max-w-48';
