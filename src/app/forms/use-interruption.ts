import { type RefObject, use, useEffect, useEffectEvent, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { TransportContext } from '#app/lib/call-context.ts';
import { ProblemError } from '#app/lib/call-error.ts';
import {
  dropAct,
  type InterruptedAct,
  interruptedIn,
  keepAct,
  mainOf,
  secretName,
  takeUp,
} from '#app/lib/interrupted-act.ts';
import { useSignInDemand } from '#app/lib/offered-acts.ts';
import type { StepUpDemand } from '#contract/step-up.ts';
import type { Form } from './route-form.ts';

/** Whether the API wants the admin to sign in again before it does this. */
function asksToSignIn(error: unknown): boolean {
  return error instanceof ProblemError && error.type === 'step-up-required';
}

/** One act of a screen, which a sign-in may interrupt. */
interface Interruptible {
  /** Several that are done in one have the first one's name. */
  act: string | readonly string[];
  /** On which of several things. */
  item?: string | undefined;
}

interface SignInFirst {
  /** How the admin will be asked to sign in; null when he will not, as far as is known. */
  demand: StepUpDemand | null;
  /** Asks him now, where he will be asked; whether it did. */
  ask(keep: () => void): boolean;
}

/** Who is known to have to sign in again does so before anything is sent. */
function useSignInFirst(act: Interruptible['act']): SignInFirst {
  const demand = useSignInDemand(act);
  const onStepUp = use(TransportContext)?.onStepUp;
  return {
    demand,
    ask(keep) {
      if (!demand || !onStepUp) return false;
      keep();
      onStepUp(demand);
      return true;
    },
  };
}

interface FormInterruption {
  form: RefObject<HTMLFormElement | null>;
  /** What was chosen outside of the form. */
  besides?: object | undefined;
}

/**
 * Brings back what was entered in a form before the admin was sent to sign in again, and the focus to where it was.
 * Secrets are not kept: they have it where one is missing.
 */
export function useInterruption<Values extends FieldValues, Parsed>(
  { act, item }: Interruptible,
  form: Form<Values, Parsed>,
  { form: element, besides }: FormInterruption,
) {
  const name = mainOf(act);
  const [before] = useState(() => interruptedIn(name, item));
  const signInFirst = useSignInFirst(act);
  const lastField = useLastField(element);
  const focusNow = () => (isSubmit(document.activeElement) ? undefined : lastField());
  const keep = (reason: string | undefined, focus = focusNow()) =>
    keepAct({ act: name, item, form: form.getValues(), chosen: besides, reason, focus });
  const goOn = useEffectEvent(() => {
    if (!before) return;
    // They are this form's own, from before.
    const entered = before.form as Values;
    form.reset({ ...form.getValues(), ...entered }, { keepDefaultValues: true });
    takeUp(name, item);
    focusAgain(element.current, before);
  });
  useEffect(() => {
    goOn();
    return dropAct;
  }, []);
  return {
    demand: signInFirst.demand,
    /** Whether something secret has to be entered once more. */
    lacksSecret: before?.lacksSecret === true,
    /** Asks for the sign-in where one is known to be due; whether it did. */
    signInFirst: (reason: string | undefined) => signInFirst.ask(() => keep(reason)),
    /** Waits for an attempt; when the API asks for a sign-in, what is entered is kept until he is back. */
    async keeping<Answer>(attempt: () => Promise<Answer>, reason: string | undefined): Promise<Answer> {
      const focus = focusNow();
      try {
        return await attempt();
      } catch (error) {
        if (asksToSignIn(error)) keep(reason, focus);
        throw error;
      }
    },
  };
}

interface Attempt extends Interruptible {
  /** How the latest one has failed. */
  error: Error | null;
  /** What was chosen for it. */
  chosen?: object | undefined;
  reason: string | undefined;
}

/** As `useInterruption`, for what is no form: what was chosen is kept, and for its screen to bring back. */
export function useKeptAct({ act, item, error, chosen, reason }: Attempt) {
  const name = mainOf(act);
  const [before] = useState(() => interruptedIn(name, item));
  const signInFirst = useSignInFirst(act);
  const keep = useEffectEvent(() => keepAct({ act: name, item, chosen, reason }));
  useEffect(() => {
    takeUp(name, item);
    return dropAct;
  }, [name, item]);
  useEffect(() => {
    if (asksToSignIn(error)) keep();
  }, [error]);
  return {
    demand: signInFirst.demand,
    /** Whether he had said yes to it already. */
    wasConfirmed: before !== null && before.focus === undefined,
    /** Asks for the sign-in where one is known to be due; whether it did. He may do so before he says yes. */
    signInFirst: (why: string | undefined, focus?: '') =>
      signInFirst.ask(() => keepAct({ act: name, item, chosen, reason: why, focus })),
  };
}

/** The name of the field that had the focus last; empty before there was one. */
function useLastField(element: RefObject<HTMLFormElement | null>): () => string {
  const [last] = useState({ name: '' });
  useEffect(() => {
    const form = element.current;
    const note = (focused: EventTarget | null) => {
      if (focused instanceof Element) last.name = focused.getAttribute('name') ?? last.name;
    };
    const listen = ({ target }: FocusEvent) => note(target);
    if (form?.contains(document.activeElement)) note(document.activeElement);
    form?.addEventListener('focusin', listen);
    return () => form?.removeEventListener('focusin', listen);
  }, [element, last]);
  return () => last.name;
}

function isSubmit(element: Element | null): boolean {
  return element instanceof HTMLButtonElement && element.type === 'submit';
}

function focusAgain(form: HTMLFormElement | null, { lacksSecret, focus }: InterruptedAct): void {
  const controls = [...(form?.elements ?? [])].filter((element) => element instanceof HTMLElement);
  const nameOf = (element: HTMLElement) => element.getAttribute('name') ?? '';
  const secret = lacksSecret && controls.find((control) => secretName.test(nameOf(control)));
  const isThere = (control: HTMLElement) =>
    focus === undefined ? isSubmit(control) : focus !== '' && nameOf(control) === focus;
  const there = controls.find(isThere);
  (secret || there)?.focus();
}
