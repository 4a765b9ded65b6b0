import { zodResolver } from '@hookform/resolvers/zod';
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import type * as z from 'zod/mini';
import { useIssueWords } from './issue-words.ts';

type FormSchema = z.ZodMiniType<FieldValues, FieldValues>;

/** A form of one schema, as the components of this folder take it. */
export type Form<Values extends FieldValues = FieldValues, Parsed = Values> = UseFormReturn<
  Values,
  unknown,
  Parsed
>;

/** A form for the body of a route: its values are parsed by it, and what is wrong is said at each field. */
export function useRouteForm<S extends FormSchema>(
  schema: S,
  defaultValues: DefaultValues<z.input<S>>,
): Form<z.input<S>, z.output<S>> {
  return useForm<z.input<S>, unknown, z.output<S>>({
    resolver: zodResolver(schema, { error: useIssueWords() }),
    defaultValues,
  });
}

/** What a text field, a text area or a select of a form is given. */
export function fieldOf<Values extends FieldValues, Parsed>(
  form: Form<Values, Parsed>,
  name: FieldPath<Values>,
  options?: Parameters<typeof form.register>[1],
) {
  const { error } = form.getFieldState(name, form.formState);
  return { ...form.register(name, options), error: error?.message };
}

/** For `register`: a field that was left empty is not sent. */
export const emptyIsAbsent = { setValueAs: (value: unknown) => (isBlank(value) ? undefined : value) };

/** For `register`: a field that was left empty empties what is there. */
export const emptyIsNull = { setValueAs: (value: unknown) => (isBlank(value) ? null : value) };

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
