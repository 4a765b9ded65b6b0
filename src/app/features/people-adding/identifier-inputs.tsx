import { emptyIsAbsent, fieldOf } from '#app/forms/route-form.ts';
import { useT } from '#app/messages/use-t.ts';
import { TextField } from '#app/ui/text-field.tsx';
import type { ConnectionRules } from '#contract/create-user.ts';
import { identifiersOf, isRequired, type Way } from './new-person.ts';
import type { PersonForm } from './use-person-form.ts';

interface IdentifierInputsProps {
  form: PersonForm;
  rules: ConnectionRules;
  way: Way;
}

/** What people of this connection sign in by. */
export function IdentifierInputs({ form, rules, way }: IdentifierInputsProps) {
  const t = useT('adding');
  const forms = useT('forms');
  const { usernameLength } = rules;
  const own = {
    email: { label: t('email'), type: 'email', hint: undefined },
    username: {
      label: t('username'),
      type: 'text',
      hint: usernameLength && t('usernameHint', usernameLength),
    },
    phone_number: { label: t('phone'), type: 'tel', hint: t('phoneHint') },
  };
  return identifiersOf(rules).map((name) => {
    const { label, type, hint } = own[name];
    return (
      <TextField
        key={name}
        label={isRequired(name, rules, way) ? label : forms('optionalLabel', { label })}
        hint={hint}
        type={type}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...fieldOf(form, name, name === 'phone_number' ? phoneDigits : emptyIsAbsent)}
      />
    );
  });
}

/** People write numbers in groups; Auth0 takes digits. */
const phoneDigits = {
  setValueAs: (value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/[\s()./-]/g, '') || undefined : undefined,
};
