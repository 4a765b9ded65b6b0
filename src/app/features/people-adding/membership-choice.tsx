import { useController } from 'react-hook-form';
import { useT } from '#app/messages/use-t.ts';
import { Choice, ChoiceGroup } from '#app/ui/choice-group.tsx';
import type { getCreationOptions } from '#contract/create-user.ts';
import type { RouteOutput } from '#contract/route.ts';
import type { PersonForm } from './use-person-form.ts';

interface MembershipChoiceProps {
  form: PersonForm;
  options: RouteOutput<typeof getCreationOptions>;
}

/** Where the vendor's policy lets a new person belong. */
export function MembershipChoice({ form, options }: MembershipChoiceProps) {
  const t = useT('adding');
  const forms = useT('forms');
  const { field, fieldState } = useController({ control: form.control, name: 'memberships' });
  const chosen = field.value ?? [];
  const label = options.membershipLabel ?? t('memberships');
  const toggle = (value: string, isChosen: boolean) => {
    const rest = chosen.filter((other) => other !== value);
    const next = isChosen ? [...rest, value] : rest;
    field.onChange(next.length > 0 ? next : undefined);
  };
  return (
    <ChoiceGroup
      label={options.membershipRequired ? label : forms('optionalLabel', { label })}
      error={fieldState.error?.message}
    >
      {options.memberships.map(({ value, label: name }, index) => (
        <Choice
          key={value}
          ref={index === 0 ? field.ref : undefined}
          type="checkbox"
          name={field.name}
          label={name}
          checked={chosen.includes(value)}
          onCheckedChange={(isChosen) => toggle(value, isChosen)}
        />
      ))}
    </ChoiceGroup>
  );
}
