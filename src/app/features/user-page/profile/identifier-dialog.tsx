import type { ComponentProps, ReactNode } from 'react';
import type { DefaultValues, FieldPath, FieldValues } from 'react-hook-form';
import type * as z from 'zod/mini';
import { FormDialog } from '#app/forms/form-dialog.tsx';
import { fieldOf, useRouteForm } from '#app/forms/route-form.ts';
import type { Call } from '#app/lib/api-client.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useUserAct, type Why } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { TextField } from '#app/ui/text-field.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { UserDetail, UserProfile } from '#contract/user.ts';

type Identifier = 'email' | 'username' | 'phone_number';

interface IdentifierDialogProps<Change extends FieldValues> {
  detail: UserDetail;
  act: 'changeEmail' | 'changeUsername' | 'changePhone';
  attribute: Identifier;
  /** Of the route's body, whose one field is the attribute. */
  schema: z.ZodMiniType<Change, Change>;
  run: (call: Call, input: { body: Change } & Why) => Promise<UserProfile>;
  hint?: string;
  input?: Omit<ComponentProps<typeof TextField>, 'label' | 'name' | 'hint'>;
  /** Makes of what is typed what is sent. */
  setValueAs?: (typed: unknown) => unknown;
  /** What follows from it. */
  children: ReactNode;
  onClose: () => void;
}

/** Changes one thing by which someone is known when he signs in. */
export function IdentifierDialog<Change extends FieldValues>(props: IdentifierDialogProps<Change>) {
  const { detail, act, attribute, schema, run, hint, input, setValueAs, children, onClose } = props;
  const t = useT('profile');
  const toast = useToast();
  const { user } = detail;
  const before = { [attribute]: user[attribute] ?? '' };
  // The attribute is the one field of the schema, which TypeScript cannot tell of any schema.
  const form = useRouteForm(schema, before as DefaultValues<Change>);
  const name = attribute as string as FieldPath<Change>;
  const change = useUserAct(user.user_id, act, {
    run,
    onDone: (known, saved) => {
      known.remember(saved);
      void known.renew();
    },
  });
  const submit = async (body: Change, why: Why) => {
    const saved = await change.mutateAsync({ body, ...why });
    onClose();
    toast({
      tone: 'success',
      message: t(`${act}.done`, { identifier: saved[attribute] ?? body[attribute] }),
    });
  };
  return (
    <FormDialog
      act={act}
      form={form}
      title={t(`${act}.title`, { name: isolated(user.name) })}
      submitLabel={t(`${act}.submit`)}
      whenUnchanged={t(`${act}.unchanged`)}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextField
        label={t(`${act}.label`)}
        autoComplete="off"
        data-autofocus
        hint={hint}
        {...input}
        {...fieldOf(form, name, setValueAs && { setValueAs })}
      />
      {children}
    </FormDialog>
  );
}
