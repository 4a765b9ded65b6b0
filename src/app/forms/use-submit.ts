import { type RefObject, type SyntheticEvent, useRef } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useActFailure } from '#app/failure/act-failure.ts';
import type { Form } from './route-form.ts';
import { showProblem } from './show-problem.ts';
import type { Reason } from './use-reason.tsx';

interface Sending<Values extends FieldValues, Parsed> {
  form: Form<Values, Parsed>;
  reason: Reason;
  onSubmit: (values: Parsed, why: { reason?: string }) => Promise<unknown>;
}

/** Sends a form once, with the reason where one is asked, and shows in it what the API finds wrong. */
export function useSubmit<Values extends FieldValues, Parsed>(
  element: RefObject<HTMLFormElement | null>,
  { form, reason, onSubmit }: Sending<Values, Parsed>,
) {
  // Two quick presses come before React has shown the first.
  const isSending = useRef(false);
  const words = useActFailure();
  const send = async (values: Parsed) => {
    const why = reason.take();
    if (!why) return;
    try {
      await onSubmit(values, why);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      showProblem(error, { form, element: element.current, words });
    }
  };
  return async (event: SyntheticEvent) => {
    event.preventDefault();
    if (isSending.current) return;
    isSending.current = true;
    await form
      .handleSubmit(send)()
      .finally(() => {
        isSending.current = false;
      });
  };
}
