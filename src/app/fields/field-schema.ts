import * as z from 'zod/mini';
import type { Field, FieldValue } from '#contract/field.ts';

export interface FieldWords {
  required: string;
  number: string;
  phone: string;
  link: string;
  pattern: string;
}

type Schema = z.ZodMiniType<FieldValue | null | undefined, FieldValue | null | undefined>;

/**
 * What a declared field takes, as far as it can be said while it is typed; the API holds the value to all of the
 * vendor's rules. Nothing entered is null.
 */
export function fieldSchema(field: Field, words: FieldWords): Schema {
  if (!field.required) return z.nullish(valueSchema(field, words));
  const given = z.nullish(valueSchema(field, words));
  return given.check(z.refine((value) => !isEmpty(value), { error: words.required, abort: true }));
}

/** The fields of one form, by their names. */
export function fieldsSchema(fields: readonly Field[], words: FieldWords) {
  return z.object(Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field, words)])));
}

function isEmpty(value: FieldValue | null | undefined): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function valueSchema(field: Field, words: FieldWords): z.ZodMiniType<FieldValue, FieldValue> {
  const { type, limits = {} } = field;
  switch (type) {
    case 'yes-no':
      return z.boolean();
    case 'choices':
      return z.array(z.string());
    case 'number':
      return z
        .number({ error: ({ code }) => (code === 'invalid_type' ? words.number : undefined) })
        .check(...bounds(limits.minimum, limits.maximum));
    case 'email':
      return text(field, words).check(z.email());
    case 'phone':
      return text(field, words).check(z.regex(/^\+?[\d\s()./-]{3,30}$/, words.phone));
    case 'link':
      return text(field, words).check(z.refine((value) => /^https?:\/\/\S+$/i.test(value), words.link));
    default:
      return text(field, words);
  }
}

function bounds(minimum?: number | string, maximum?: number | string) {
  return [
    ...(typeof minimum === 'number' ? [z.minimum(minimum)] : []),
    ...(typeof maximum === 'number' ? [z.maximum(maximum)] : []),
  ];
}

function text({ limits = {} }: Field, words: FieldWords) {
  const { minLength, maxLength, pattern, patternHelp = words.pattern } = limits;
  return z
    .string()
    .check(
      z.trim(),
      ...(minLength === undefined ? [] : [z.minLength(minLength)]),
      ...(maxLength === undefined ? [] : [z.maxLength(maxLength)]),
      ...(pattern === undefined ? [] : [z.regex(new RegExp(`^(?:${pattern})$`, 'u'), patternHelp)]),
    );
}
