import { useRef, useState } from 'react';
import * as z from 'zod/mini';
import { FieldInput } from '#app/fields/field-input.tsx';
import { useLeaveGuard } from '#app/forms/leave-guard.ts';
import { PasswordInput } from '#app/forms/password-input.tsx';
import { emptyIsAbsent, fieldOf } from '#app/forms/route-form.ts';
import { SecretNote, SignInNote } from '#app/forms/sign-in-note.tsx';
import { useInterruption } from '#app/forms/use-interruption.ts';
import { useReason } from '#app/forms/use-reason.tsx';
import { useSubmit } from '#app/forms/use-submit.ts';
import { interruptedIn } from '#app/lib/interrupted-act.ts';
import type { Why } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { Section } from '#app/ui/section.tsx';
import { Select } from '#app/ui/select.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import type { ConnectionRules, getCreationOptions } from '#contract/create-user.ts';
import type { RouteOutput } from '#contract/route.ts';
import type { Added } from './add-people-page.tsx';
import { IdentifierInputs } from './identifier-inputs.tsx';
import { MembershipChoice } from './membership-choice.tsx';
import { bodyOf, identifiersOf, type Person, waysIn } from './new-person.ts';
import { useAddPerson } from './use-add-person.ts';
import { type PersonForm, usePersonForm } from './use-person-form.ts';
import { useWays } from './use-ways.ts';
import { WayChoice } from './way-choice.tsx';

/** What is brought back after a sign-in. */
const chosenBefore = z.object({ connection: z.string(), way: z.enum(waysIn) });

interface AddFormProps {
  options: RouteOutput<typeof getCreationOptions>;
  /** Connections in which people can be added; at least one. */
  connections: readonly [ConnectionRules, ...ConnectionRules[]];
  onAdded: (added: Added) => void;
}

/** Everything about a new person, on one page. */
export function AddForm({ options, connections, onAdded }: AddFormProps) {
  const t = useT('adding');
  const { fields, applications } = useOrganization().me.settings;
  const [before] = useState(() => chosenBefore.safeParse(interruptedIn('createUser')?.chosen).data);
  const [rules, setRules] = useState<ConnectionRules>(
    () => connections.find(({ name }) => name === before?.connection) ?? connections[0],
  );
  const { ways, way, setWay } = useWays(rules, before?.way);
  const asked = fields.filter(({ shows, editable }) => editable && shows.includes('create'));
  const form = usePersonForm({ rules, way, isMembershipRequired: options.membershipRequired, fields: asked });
  const reason = useReason('createUser');
  const add = useAddPerson();
  const { isDirty, isSubmitting, errors } = form.formState;
  // The form takes a submit that ends with a question for a success.
  const [isSent, setSent] = useState(false);
  useLeaveGuard(isDirty && !isSent);
  const element = useRef<HTMLFormElement>(null);
  const besides = { connection: rules.name, way };
  const interruption = useInterruption({ act: 'createUser' }, form, { form: element, besides });
  const send = async (person: Person, why: Why) => {
    if (interruption.signInFirst(why.reason)) return;
    const body = bodyOf(person, rules, way);
    const answer = await interruption.keeping(() => add.mutateAsync({ ...body, ...why }), why.reason);
    setSent(true);
    onAdded({ answer, who: whoIs(person, rules), way, password: body.password });
  };
  const submit = useSubmit(element, { form, reason, onSubmit: send });
  return (
    <form ref={element} noValidate onSubmit={submit} className="grid max-w-2xl gap-4">
      <SignInNote demand={interruption.demand} onSignIn={() => interruption.signInFirst(reason.text)} />
      <SecretNote isLacking={interruption.lacksSecret} />
      <Section title={t('section.account')}>
        <div className="grid gap-3 py-2">
          {connections.length > 1 && (
            <Select
              label={t('connection')}
              value={rules.name}
              options={connections.map(({ name, label }) => ({ value: name, label }))}
              onValueChange={(name) => setRules(connections.find((one) => one.name === name) ?? rules)}
            />
          )}
          <IdentifierInputs form={form} rules={rules} way={way} />
          {options.memberships.length > 0 && <MembershipChoice form={form} options={options} />}
        </div>
      </Section>
      <Section title={t('section.person')}>
        <div className="grid items-start gap-3 py-2 sm:grid-cols-2">
          <NameInputs form={form} />
          {asked.map((field) => (
            <FieldInput key={field.name} field={field} form={form} name={`fields.${field.name}`} />
          ))}
        </div>
      </Section>
      <Section title={t('section.way')}>
        <div className="grid gap-3 py-2">
          {way === 'code' ? (
            <p className="text-muted">
              {t(identifiersOf(rules)[0] === 'email' ? 'way.codeByMail' : 'way.codeBySms')}
            </p>
          ) : (
            <WayChoice ways={ways} way={way} onWayChange={setWay} />
          )}
          {way === 'password' && <NewPassword form={form} rules={rules} />}
          {way === 'invite' && applications.length > 1 && (
            <ApplicationSelect form={form} applications={applications} />
          )}
          {reason.field}
        </div>
      </Section>
      {errors.root && (
        <Banner tone="danger" role="alert">
          {errors.root.message}
        </Banner>
      )}
      <div>
        <Button type="submit" variant="primary" pending={isSubmitting}>
          {t(way === 'invite' ? 'submitInvite' : 'submitAdd')}
        </Button>
      </div>
    </form>
  );
}

function NameInputs({ form }: { form: PersonForm }) {
  const t = useT('adding');
  const forms = useT('forms');
  const optional = (label: string) => forms('optionalLabel', { label });
  return (
    <>
      <TextField
        label={optional(t('givenName'))}
        autoComplete="off"
        {...fieldOf(form, 'given_name', emptyIsAbsent)}
      />
      <TextField
        label={optional(t('familyName'))}
        autoComplete="off"
        {...fieldOf(form, 'family_name', emptyIsAbsent)}
      />
      <TextField
        label={optional(t('name'))}
        hint={t('nameHint')}
        autoComplete="off"
        className="sm:col-span-2"
        {...fieldOf(form, 'name', emptyIsAbsent)}
      />
    </>
  );
}

function NewPassword({ form, rules }: { form: PersonForm; rules: ConnectionRules }) {
  const t = useT('adding');
  const known = form.watch(['name', 'given_name', 'family_name', 'email', 'username']);
  return (
    <PasswordInput
      form={form}
      name="password"
      label={t('temporaryPassword')}
      rules={rules.password ?? undefined}
      personal={known}
    />
  );
}

interface ApplicationSelectProps {
  form: PersonForm;
  applications: readonly { client_id: string; name: string }[];
}

function ApplicationSelect({ form, applications }: ApplicationSelectProps) {
  const t = useT('adding');
  return (
    <Select
      label={t('application')}
      value={form.watch('application') ?? applications[0]?.client_id ?? ''}
      options={applications.map(({ client_id, name }) => ({ value: client_id, label: name }))}
      onValueChange={(id) => form.setValue('application', id, { shouldDirty: true })}
    />
  );
}

/** By what a person who was just entered is spoken of. */
function whoIs(person: Person, rules: ConnectionRules): string {
  const [identifier] = identifiersOf(rules).flatMap((name) => person[name] ?? []);
  return identifier ?? person.name ?? '';
}
