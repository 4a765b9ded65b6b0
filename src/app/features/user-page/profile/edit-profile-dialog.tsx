import { useMemo } from 'react';
import * as z from 'zod/mini';
import { FieldInput } from '#app/fields/field-input.tsx';
import { useFieldText } from '#app/fields/field-text.ts';
import { useFieldsSchema } from '#app/fields/use-fields-schema.ts';
import { FormDialog } from '#app/forms/form-dialog.tsx';
import { useRouteForm } from '#app/forms/route-form.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { useToast } from '#app/ui/toast.tsx';
import type { Field } from '#contract/field.ts';
import { profileChanges } from '#contract/profile-edit.ts';
import { AttributeInputs, useAttributeLabel } from './attribute-inputs.tsx';
import { type Conflict, Conflicts } from './conflicts.tsx';
import type { ProfileDialogProps } from './profile-dialog.tsx';
import {
  differences,
  editableAttributes,
  editableFields,
  flatten,
  type ProfileValues,
  pick,
} from './profile-values.ts';
import { useEditProfile } from './use-edit-profile.ts';

/** Names, picture and declared fields of one person. */
export function EditProfileDialog({ detail, onClose }: ProfileDialogProps) {
  const t = useT('profile.edit');
  const conflictWords = useT('profile.conflict');
  const toast = useToast();
  const { user } = detail;
  const name = isolated(user.name);
  const { fields: declared } = useOrganization().me.settings;
  const fields = useMemo(() => editableFields(declared), [declared]);
  const attributes = useMemo(() => editableAttributes(detail), [detail]);
  const { seen, conflicts, choose, save } = useEditProfile(user, fields);
  const keys = [...attributes, ...fields.map((field) => `fields.${field.name}`)];
  const form = useProfileForm(fields, pick(seen, keys));

  const submit = async (
    { changes }: z.output<ReturnType<typeof useProfileSchema>>,
    why: { reason?: string },
  ) => {
    const values = flatten(changes);
    if (conflicts.some(({ chosen }) => chosen === null)) {
      return form.setError('root', { message: conflictWords('choose') });
    }
    if (differences(seen, values).length === 0) {
      // Having taken theirs everywhere, there is nothing left to save.
      if (conflicts.length > 0) return onClose();
      return form.setError('root', { message: t('unchanged') });
    }
    const others = await save(values, why);
    if (others) {
      show(others);
      return form.setError('root', { message: conflictWords('told') });
    }
    onClose();
    toast({ tone: 'success', message: t('done', { name }) });
  };
  const show = (values: ProfileValues) => {
    for (const key of keys) {
      // The keys are paths of this form, and the values were read from such a profile.
      if (Object.hasOwn(values, key))
        form.setValue(`changes.${key}` as 'changes.name', values[key] as string);
    }
  };
  const chooseSide = (conflict: Conflict, chosen: 'mine' | 'theirs') => {
    choose(conflict, chosen);
    show({ [conflict.key]: conflict[chosen] });
    form.clearErrors('root');
  };
  const labelOf = useValueLabel(fields);
  const textOf = useValueText(fields);

  return (
    <FormDialog
      act="editProfile"
      form={form}
      title={t('title', { name })}
      submitLabel={t('submit')}
      width="wide"
      besides={{ seen }}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <AttributeInputs attributes={attributes} form={form} />
        {fields.map((field) => (
          <FieldInput key={field.name} field={field} form={form} name={`changes.fields.${field.name}`} />
        ))}
      </div>
      {conflicts.length > 0 && (
        <Conflicts conflicts={conflicts} labelOf={labelOf} textOf={textOf} onChoose={chooseSide} />
      )}
    </FormDialog>
  );
}

function useProfileSchema(fields: readonly Field[]) {
  const fieldsSchema = useFieldsSchema(fields);
  return useMemo(() => {
    // A form without fields has no values of them.
    const changes = z.extend(z.omit(profileChanges, { fields: true }), { fields: z.optional(fieldsSchema) });
    return z.object({ changes });
  }, [fieldsSchema]);
}

function useProfileForm(fields: readonly Field[], changes: ReturnType<typeof pick>) {
  return useRouteForm(useProfileSchema(fields), { changes });
}

function useValueLabel(fields: readonly Field[]): (key: string) => string {
  const attributeLabel = useAttributeLabel();
  return (key) => fields.find(({ name }) => `fields.${name}` === key)?.label ?? attributeLabel(key);
}

function useValueText(fields: readonly Field[]) {
  const t = useT('profile.conflict');
  const textOf = useFieldText();
  return (key: string, value: Conflict['mine']): string => {
    if (value === null) return t('empty');
    const field = fields.find(({ name }) => `fields.${name}` === key);
    return textOf(field ?? { type: 'text' }, value);
  };
}
