import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/select.tsx';
import type { Field } from '#contract/field.ts';
import type { Settings } from '#contract/me.ts';
import {
  defaultUserSort,
  maximumFieldFilters,
  readFieldFilters,
  type UserListQuery,
  userSort,
  userStatus,
  writeFieldFilters,
} from '#contract/search.ts';
import { type ChangeList, isFiltered, noFilters } from './user-list-state.ts';

interface UserFiltersProps {
  query: UserListQuery;
  choices: Pick<Settings, 'connections' | 'fields'>;
  onChange: ChangeList;
}

/** By what the list can be narrowed; where columns are left out for want of room, also the order. */
export function UserFilters({ query, choices: { connections, fields }, onChange }: UserFiltersProps) {
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
      {fields
        .filter(({ shows }) => shows.includes('filter'))
        .map((field) => (
          <FieldFilter key={field.name} field={field} query={query} onChange={onChange} />
        ))}
      <Select
        label={t('sort.label')}
        labelled="hidden"
        className={`${selectStyle} @5xl:hidden`}
        value={query.sort ?? defaultUserSort}
        options={orders}
        onValueChange={(sort) => onChange({ sort })}
      />
      {isFiltered(query) && (
        <Button variant="quiet" onClick={() => onChange(noFilters)}>
          {t('filter.clear')}
        </Button>
      )}
    </>
  );
}

const selectStyle = 'min-w-0 grow basis-32 @2xl:max-w-48 @2xl:basis-36';

interface FieldFilterProps extends Pick<UserFiltersProps, 'query' | 'onChange'> {
  field: Field;
}

/** Narrows the list to one option of a declared field. */
function FieldFilter({ field, query, onChange }: FieldFilterProps) {
  const t = useT('users');
  const ui = useT('ui');
  const filters = readFieldFilters(query.filter ?? '') ?? {};
  const value = filters[field.name] ?? '';
  const yesOrNo = [
    { value: 'true', label: t('filter.is', { label: field.label, value: ui('yes') }) },
    { value: 'false', label: t('filter.is', { label: field.label, value: ui('no') }) },
  ];
  const choose = (chosen: string) => {
    const { [field.name]: _, ...others } = filters;
    onChange({
      filter: writeFieldFilters(chosen ? { ...others, [field.name]: chosen } : others) || undefined,
    });
  };
  return (
    <Select
      label={field.label}
      labelled="hidden"
      className={selectStyle}
      value={value}
      disabled={value === '' && Object.keys(filters).length >= maximumFieldFilters}
      options={[
        { value: '', label: t('filter.anyValue', { label: field.label }) },
        ...(field.type === 'yes-no' ? yesOrNo : (field.options ?? [])),
      ]}
      onValueChange={choose}
    />
  );
}
