import { type FieldPath, type FieldValues, useController } from 'react-hook-form';
import { emptyIsNull, type Form, fieldOf } from '#app/forms/route-form.ts';
import { useT } from '#app/messages/use-t.ts';
import { Choice, ChoiceGroup } from '#app/ui/choice-group.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import type { Field } from '#contract/field.ts';

interface FieldInputProps<Values extends FieldValues, Parsed> {
  field: Field;
  form: Form<Values, Parsed>;
  /** Where its value is in the form. */
  name: FieldPath<Values>;
}

/** What a declared field is entered by. */
export function FieldInput<Values extends FieldValues, Parsed>(props: FieldInputProps<Values, Parsed>) {
  switch (props.field.type) {
    case 'yes-no':
    case 'choice':
      return <OneOf {...props} />;
    case 'choices':
      return <AnyOf {...props} />;
    case 'long-text':
      return <LongText {...props} />;
    default:
      return <Line {...props} />;
  }
}

/** The attributes by which browsers offer the right keyboard. */
const inputTypes: { [Type in Field['type']]?: { type: string; inputMode?: 'decimal'; step?: string } } = {
  number: { type: 'number', inputMode: 'decimal', step: 'any' },
  date: { type: 'date' },
  email: { type: 'email' },
  phone: { type: 'tel' },
  link: { type: 'url' },
};

const emptyIsNoNumber = {
  // An untouched field gives the value it began with: `Number(null)` would be 0.
  setValueAs: (value: unknown) =>
    value === '' || value === null || value === undefined ? null : Number(value),
};

function Line<Values extends FieldValues, Parsed>({ field, form, name }: FieldInputProps<Values, Parsed>) {
  const { minimum, maximum } = field.limits ?? {};
  const empty = field.type === 'number' ? emptyIsNoNumber : emptyIsNull;
  return (
    <TextField
      {...useLabels(field)}
      {...inputTypes[field.type]}
      autoComplete="off"
      min={minimum}
      max={maximum}
      {...fieldOf(form, name, empty)}
    />
  );
}

function LongText<Values extends FieldValues, Parsed>({
  field,
  form,
  name,
}: FieldInputProps<Values, Parsed>) {
  return <TextArea {...useLabels(field)} {...fieldOf(form, name, emptyIsNull)} />;
}

function OneOf<Values extends FieldValues, Parsed>({ field, form, name }: FieldInputProps<Values, Parsed>) {
  const ui = useT('ui');
  const { field: control, fieldState } = useController({ control: form.control, name });
  const yesOrNo = [
    { value: 'true', label: ui('yes') },
    { value: 'false', label: ui('no') },
  ];
  const isYesNo = field.type === 'yes-no';
  const options = isYesNo ? yesOrNo : (field.options ?? []);
  const choose = (value: string) =>
    control.onChange(value === '' ? null : isYesNo ? value === 'true' : value);
  return (
    <Select
      {...useLabels(field)}
      ref={control.ref}
      name={control.name}
      onBlur={control.onBlur}
      value={control.value === null || control.value === undefined ? '' : String(control.value)}
      options={[{ value: '', label: '–' }, ...options]}
      onValueChange={choose}
      error={fieldState.error?.message}
    />
  );
}

function AnyOf<Values extends FieldValues, Parsed>({ field, form, name }: FieldInputProps<Values, Parsed>) {
  const { field: control, fieldState } = useController({ control: form.control, name });
  const chosen: readonly string[] = Array.isArray(control.value) ? control.value : [];
  const toggle = (value: string, isChosen: boolean) => {
    const rest = chosen.filter((other) => other !== value);
    const next = isChosen ? [...rest, value] : rest;
    control.onChange(next.length > 0 ? next : null);
  };
  return (
    <ChoiceGroup {...useLabels(field)} error={fieldState.error?.message}>
      {field.options?.map(({ value, label }, index) => (
        <Choice
          key={value}
          ref={index === 0 ? control.ref : undefined}
          type="checkbox"
          name={control.name}
          label={label}
          checked={chosen.includes(value)}
          onCheckedChange={(isChosen) => toggle(value, isChosen)}
        />
      ))}
    </ChoiceGroup>
  );
}

/** The label says which fields may stay empty: most forms ask for more than they need. */
function useLabels({ label, required, help }: Field) {
  const t = useT('forms');
  return { label: required ? label : t('optionalLabel', { label }), hint: help };
}
