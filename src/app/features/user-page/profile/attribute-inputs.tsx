import type { FieldPath, FieldValues } from 'react-hook-form';
import { emptyIsNull, type Form, fieldOf } from '#app/forms/route-form.ts';
import { useT } from '#app/messages/use-t.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { type ProfileAttribute, profileAttribute } from '#contract/user.ts';

const labels = {
  name: 'name',
  nickname: 'nickname',
  given_name: 'givenName',
  family_name: 'familyName',
  picture: 'picture',
} as const satisfies Record<ProfileAttribute, string>;

/** In the order in which people think of them. */
const order: readonly ProfileAttribute[] = ['name', 'given_name', 'family_name', 'nickname', 'picture'];

const hints: { [Name in ProfileAttribute]?: 'nameHint' | 'pictureHint' } = {
  name: 'nameHint',
  picture: 'pictureHint',
};

export function useAttributeLabel(): (name: string) => string {
  const t = useT('profile.edit');
  return (name) => {
    const attribute = profileAttribute.options.find((known) => known === name);
    return attribute ? t(labels[attribute]) : name;
  };
}

interface AttributeInputsProps<Values extends FieldValues, Parsed> {
  attributes: readonly ProfileAttribute[];
  form: Form<Values, Parsed>;
}

/** The attributes of the profile itself that may be changed. */
export function AttributeInputs<Values extends FieldValues, Parsed>({
  attributes,
  form,
}: AttributeInputsProps<Values, Parsed>) {
  const t = useT('profile.edit');
  const forms = useT('forms');
  return order
    .filter((name) => attributes.includes(name))
    .map((name) => {
      const hint = hints[name];
      return (
        <TextField
          key={name}
          label={name === 'name' ? t(labels.name) : forms('optionalLabel', { label: t(labels[name]) })}
          hint={hint && t(hint)}
          type={name === 'picture' ? 'url' : 'text'}
          autoComplete="off"
          {...fieldOf(
            form,
            `changes.${name}` as FieldPath<Values>,
            name === 'name' ? undefined : emptyIsNull,
          )}
        />
      );
    });
}
