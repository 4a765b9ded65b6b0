import { type ReactNode, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FieldValues } from 'react-hook-form';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import type { Form } from './route-form.ts';
import { SecretNote, SignInNote } from './sign-in-note.tsx';
import { useInterruption } from './use-interruption.ts';
import { useReason } from './use-reason.tsx';
import { useSubmit } from './use-submit.ts';

interface FormDialogProps<Values extends FieldValues, Parsed> {
  /** The act's name, by which the vendor asks for reasons. */
  act: string;
  form: Form<Values, Parsed>;
  title: string;
  /** The act, such as "Change email". */
  submitLabel: string;
  tone?: 'primary' | 'danger';
  width?: 'narrow' | 'wide';
  /** Said instead of sending what is no different from before. */
  whenUnchanged?: string;
  /** What has been chosen outside of the form, to be brought back after a sign-in. */
  besides?: object;
  /** Rejects with what went wrong; it is shown in the form. */
  onSubmit: (values: Parsed, why: { reason?: string }) => Promise<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** A form in a dialog. It is sent once however often it is pressed, and what was typed is not lost by a slip. */
export function FormDialog<Values extends FieldValues, Parsed>(props: FormDialogProps<Values, Parsed>) {
  const {
    act,
    form,
    title,
    submitLabel,
    tone = 'primary',
    width,
    whenUnchanged,
    besides,
    onSubmit,
    onClose,
    children,
  } = props;
  const ui = useT('ui');
  const id = useId();
  const reason = useReason(act);
  const [isLeaving, setLeaving] = useState(false);
  // The form takes a submit that ends for want of a reason for a success.
  const [isSent, setSent] = useState(false);
  const { isDirty, isSubmitting, isSubmitSuccessful, errors } = form.formState;
  const element = useRef<HTMLFormElement>(null);
  const interruption = useInterruption({ act }, form, { form: element, besides });
  const send: typeof onSubmit = async (values, why) => {
    if (!isDirty && whenUnchanged !== undefined) {
      form.setError('root', { message: whenUnchanged });
      return;
    }
    if (interruption.signInFirst(why.reason)) return;
    await interruption.keeping(() => onSubmit(values, why), why.reason);
    setSent(true);
  };
  const submit = useSubmit(element, { form, reason, onSubmit: send });
  useFirstFocus(element);
  const isUnsaved = (isDirty || reason.isDirty) && !(isSent && isSubmitSuccessful);
  const leave = () => (isUnsaved ? setLeaving(true) : onClose());
  const discard = () => {
    // One after the other: each gives the focus back to where it was before it opened.
    flushSync(() => setLeaving(false));
    onClose();
  };
  const footer = (
    <>
      <Button onClick={leave} disabled={isSubmitting}>
        {ui('cancel')}
      </Button>
      <Button type="submit" form={id} variant={tone} pending={isSubmitting}>
        {submitLabel}
      </Button>
    </>
  );
  return (
    <Dialog
      title={title}
      onClose={leave}
      pending={isSubmitting}
      error={errors.root?.message}
      footer={footer}
      width={width}
    >
      <form ref={element} id={id} noValidate onSubmit={submit} className="grid gap-3">
        <SignInNote demand={interruption.demand} onSignIn={() => interruption.signInFirst(reason.text)} />
        <SecretNote isLacking={interruption.lacksSecret} />
        {children}
        {reason.field}
      </form>
      {isLeaving && <DiscardDialog onKeep={() => setLeaving(false)} onDiscard={discard} />}
    </Dialog>
  );
}

/** Begins where something is to be entered, unless a field asks for the focus itself. */
function useFirstFocus(element: RefObject<HTMLFormElement | null>) {
  useLayoutEffect(() => {
    const form = element.current;
    const first = form?.querySelector<HTMLElement>('[data-autofocus], input, select, textarea');
    first?.focus();
  }, [element]);
}

function DiscardDialog({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  const t = useT('forms.discard');
  return (
    <ConfirmDialog
      title={t('question')}
      cancelLabel={t('keep')}
      confirmLabel={t('confirm')}
      tone="danger"
      onConfirm={onDiscard}
      onClose={onKeep}
    >
      <p>{t('advice')}</p>
    </ConfirmDialog>
  );
}
