import { useMemo } from 'react';
import { useFieldsSchema } from '#app/fields/use-fields-schema.ts';
import { type Form, useRouteForm } from '#app/forms/route-form.ts';
import { useT } from '#app/messages/use-t.ts';
import type { ConnectionRules } from '#contract/create-user.ts';
import type { Field } from '#contract/field.ts';
import { type Person, personSchema, type Way } from './new-person.ts';

export type PersonForm = Form<Person, Person>;

interface Demands {
  rules: ConnectionRules;
  way: Way;
  isMembershipRequired: boolean;
  fields: readonly Field[];
}

/** The form for a new person. What was entered stays when another connection or way is chosen. */
export function usePersonForm({ rules, way, isMembershipRequired, fields: declared }: Demands): PersonForm {
  const t = useT('adding');
  const issue = useT('forms.issue');
  const fields = useFieldsSchema(declared);
  const schema = useMemo(() => {
    const words = {
      required: issue('required'),
      emailForInvitation: t('emailForInvitation'),
      oneIdentifier: t('oneIdentifier'),
      username: t('usernameHint', rules.usernameLength ?? { minimum: 1, maximum: 128 }),
      membership: t('membershipMissing'),
    };
    return personSchema({ rules, way, isMembershipRequired, fields }, words);
  }, [rules, way, isMembershipRequired, fields, t, issue]);
  return useRouteForm(schema, {});
}
