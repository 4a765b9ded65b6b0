import * as z from 'zod/mini';

/** How a field is edited and shown. `date` is `2026-11-21`; `choices` is a list of option values. */
export const fieldType = z.enum([
  'text',
  'long-text',
  'number',
  'date',
  'yes-no',
  'choice',
  'choices',
  'email',
  'phone',
  'link',
]);
export type FieldType = z.infer<typeof fieldType>;

/** Where the vendor lets a field be seen and used. */
export const fieldPlace = z.enum(['list', 'search', 'filter', 'create', 'edit', 'detail']);
export type FieldPlace = z.infer<typeof fieldPlace>;

/** Bounds of a value: of its length for text, of its size for a number, of its day for a date. */
export const fieldLimits = z.object({
  minimum: z.optional(z.union([z.number(), z.string()])),
  maximum: z.optional(z.union([z.number(), z.string()])),
  minLength: z.optional(z.number()),
  maxLength: z.optional(z.number()),
  /** A regular expression for the whole value, with the `u` flag; `patternHelp` says it in words. */
  pattern: z.optional(z.string()),
  patternHelp: z.optional(z.string()),
});
export type FieldLimits = z.infer<typeof fieldLimits>;

/** A metadata field that the vendor has declared, in the admin's language. */
export const field = z.object({
  /** By this name the field is searched, written, and found in `UserProfile.fields`. */
  name: z.string(),
  label: z.string(),
  type: fieldType,
  /** For `choice` and `choices`. */
  options: z.optional(z.array(z.object({ value: z.string(), label: z.string() }))),
  required: z.boolean(),
  help: z.optional(z.string()),
  limits: z.optional(fieldLimits),
  shows: z.array(fieldPlace),
  /** Whether this admin may write it. */
  editable: z.boolean(),
});
export type Field = z.infer<typeof field>;

/** The value of a declared field. */
export const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type FieldValue = z.infer<typeof fieldValue>;

/** What is written to fields; null empties one. */
export const fieldValues = z.record(z.string(), z.nullable(fieldValue));
export type FieldValues = z.infer<typeof fieldValues>;
