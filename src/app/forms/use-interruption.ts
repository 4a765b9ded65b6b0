import { useEffect, useEffectEvent } from 'react';
import type { FieldValues } from 'react-hook-form';
import { ProblemError } from '#app/lib/call-error.ts';
import { dropAct, interruptedIn, keepAct, takeUp } from '#app/lib/interrupted-act.ts';
import type { Form } from './route-form.ts';

/** Whether the API wants the admin to sign in again before it does this. */
function asksToSignIn(error: unknown): boolean {
  return error instanceof ProblemError && error.type === 'step-up-required';
}

/**
 * Brings back what was entered in a form before the admin was sent to sign in again.
 *
 * @returns waits for an attempt; when it fails for that, what is entered is kept, but for secrets, until he is back or
 * the form is left.
 */
export function useInterruption<Values extends FieldValues, Parsed>(act: string, form: Form<Values, Parsed>) {
  const goOn = useEffectEvent(() => {
    const before = interruptedIn(act);
    // They are this form's own, from before.
    if (before) form.reset({ ...form.getValues(), ...before.values } as Values, { keepDefaultValues: true });
    takeUp(act);
  });
  useEffect(() => {
    goOn();
    return dropAct;
  }, []);
  return <Answer>(attempt: Promise<Answer>, reason: string | undefined): Promise<Answer> =>
    attempt.catch((error: unknown) => {
      if (asksToSignIn(error)) keepAct(act, form.getValues(), reason);
      throw error;
    });
}

interface Attempt {
  /** How the latest one has failed. */
  error: Error | null;
  /** What was chosen for it. */
  values?: object;
  reason: string | undefined;
}

/** As `useInterruption`, for what is no form: what was chosen is kept, and for its screen to bring back. */
export function useKeptAct(act: string, { error, values = {}, reason }: Attempt) {
  const keep = useEffectEvent(() => keepAct(act, values, reason));
  useEffect(() => {
    takeUp(act);
    return dropAct;
  }, [act]);
  useEffect(() => {
    if (asksToSignIn(error)) keep();
  }, [error]);
}
