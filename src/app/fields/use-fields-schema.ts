import { useMemo } from 'react';
import { useT } from '#app/messages/use-t.ts';
import type { Field } from '#contract/field.ts';
import { fieldsSchema } from './field-schema.ts';

/** The schema of declared fields with the words for what is wrong. Needs the words of `forms`. */
export function useFieldsSchema(fields: readonly Field[]) {
  const t = useT('forms.issue');
  return useMemo(
    () =>
      fieldsSchema(fields, {
        required: t('required'),
        number: t('number'),
        phone: t('phone'),
        link: t('link'),
        pattern: t('other'),
      }),
    [fields, t],
  );
}
