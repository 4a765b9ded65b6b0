import type { FieldPath, FieldValues } from 'react-hook-form';
import { ProblemError } from '#app/lib/call-error.ts';
import type { Form } from './route-form.ts';

interface Place<Values extends FieldValues, Parsed> {
  form: Form<Values, Parsed>;
  element: HTMLFormElement | null;
  /** A failure as a whole, in words. */
  words: (error: Error) => string;
}

/**
 * Puts what the API found wrong where it is: at the fields that its pointers name, the first of which takes the
 * focus, and the rest in the form's alert.
 */
export function showProblem<Values extends FieldValues, Parsed>(
  error: Error,
  { form, element, words }: Place<Values, Parsed>,
) {
  const errors = error instanceof ProblemError ? error.errors : [];
  const named = errors.map(({ pointer, detail }) => ({ name: nameOf(pointer), detail }));
  const [placed, rest] = partition(named, ({ name }) => element?.elements.namedItem(name) != null);
  placed.forEach(({ name, detail }, index) => {
    // The form has an element of this name, so it is one of its fields.
    form.setError(name as FieldPath<Values>, { type: 'api', message: detail }, { shouldFocus: index === 0 });
  });
  if (placed.length > 0 && rest.length === 0) return;
  const whole = [words(error), ...rest.map(({ detail }) => detail)].join(' ');
  form.setError('root', { type: 'api', message: whole });
}

/** `#/fields/a~1b` is the field `fields.a/b`. */
function nameOf(pointer: string): string {
  const steps = pointer.replace(/^#\//, '').split('/');
  return steps.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~')).join('.');
}

function partition<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
