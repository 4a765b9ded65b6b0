import { useEffect, useEffectEvent } from 'react';
import type { FieldValues } from 'react-hook-form';
import { ProblemError } from '#app/lib/call-error.ts';
import { dropAct, interruptedIn, keepAct, takeUp } from '#app/lib/interrupted-act.ts';
import type { Form } from './route-form.ts';

/** Whether the API wants the admin to sign in again before it does this. */
export function asksToSignIn(error: unknown): boolean {
  return error instanceof ProblemError && error.type === 'step-up-required';
}

/**
 * Brings back what was entered before the admin was sent to sign in again.
 *
 * @returns keeps what is entered now, but for secrets, until he is back or the form is left.
 */
export function useInterruption<Values extends FieldValues, Parsed>(
  act: string,
  form?: Form<Values, Parsed>,
): (reason: string | undefined) => void {
  const goOn = useEffectEvent(() => {
    const before = interruptedIn(act);
    // They are this form's own, from before.
    if (before) form?.reset({ ...form.getValues(), ...before.values } as Values, { keepDefaultValues: true });
    takeUp(act);
  });
  useEffect(() => {
    goOn();
    return dropAct;
  }, []);
  return (reason) => keepAct(act, form?.getValues() ?? {}, reason);
}
