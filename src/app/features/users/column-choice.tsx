import { useT } from '#app/messages/use-t.ts';
import { Choice, ChoiceGroup } from '#app/ui/choice-group.tsx';
import type { Columns } from './user-columns.ts';

interface ColumnChoiceProps {
  /** All there are. */
  all: Columns;
  /** Those shown. */
  columns: Columns;
  onChange: (columns: Columns) => void;
}

const labels = {
  connection: 'connection',
  last_login: 'lastLogin',
  logins_count: 'logins',
  created_at: 'created',
} as const;

export function ColumnChoice({ all, columns, onChange }: ColumnChoiceProps) {
  const t = useT('users');
  return (
    <ChoiceGroup label={t('columns')}>
      {all.account.map((name) => (
        <Choice
          key={name}
          type="checkbox"
          name="columns"
          label={t(`column.${labels[name]}`)}
          checked={columns.account.includes(name)}
          onCheckedChange={(isChosen) =>
            onChange({
              ...columns,
              account: all.account.filter((other) =>
                other === name ? isChosen : columns.account.includes(other),
              ),
            })
          }
        />
      ))}
      {all.fields.map((field) => (
        <Choice
          key={field.name}
          type="checkbox"
          name="columns"
          label={<bdi>{field.label}</bdi>}
          checked={columns.fields.includes(field)}
          onCheckedChange={(isChosen) =>
            onChange({
              ...columns,
              fields: all.fields.filter((other) =>
                other === field ? isChosen : columns.fields.includes(other),
              ),
            })
          }
        />
      ))}
    </ChoiceGroup>
  );
}
