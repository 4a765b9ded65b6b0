import { z } from 'zod';
import type { FieldLimits, FieldPlace, FieldType } from '#contract/field.ts';
import { type FieldValue, fieldLimits, fieldPlace, fieldType } from '#contract/field.ts';
import { searchFields } from '#contract/search.ts';
import { limitFaults } from './field-limits.ts';
import type { AdminContext } from './hook-context.ts';
import { type LocalText, localText } from './local-text.ts';

/** A piece of metadata that the vendor lets his customers' admins see, and write where he says so. */
export interface PolicyField<Name extends string = string> {
  /** In searches, addresses and answers: lower-case letters, digits, `_`. */
  readonly name: Name;
  readonly label: LocalText;
  /** `app_metadata.x` or `user_metadata.x`. */
  readonly path: string;
  readonly type: FieldType;
  /** For `choice` and `choices`: what can be chosen. */
  readonly options?: readonly { readonly value: string; readonly label: LocalText }[];
  /** Must be filled in when a person is added, and cannot be emptied. */
  readonly required: boolean;
  readonly limits?: FieldLimits;
  /** Asked of a value that is of its type and within its limits: true, or what is wrong with it, for the admin. */
  readonly validate?: (
    value: FieldValue,
    context: AdminContext,
  ) => boolean | string | Promise<boolean | string>;
  readonly help?: LocalText;
  readonly shows: readonly FieldPlace[];
  /** Who may write it; nobody, unless said. */
  readonly editable: boolean | ((context: AdminContext) => boolean | Promise<boolean>);
}

/** As a policy declares it: a text that is searched and shown on a person's page, and not written, unless it says. */
export type PolicyFieldInput<Name extends string = string> = Pick<
  PolicyField<Name>,
  'name' | 'label' | 'path'
> &
  Partial<PolicyField<Name>>;

/** @see https://auth0.com/docs/manage-users/user-accounts/metadata */
const reservedByAuth0: ReadonlySet<string> = new Set([
  ...['__tenant', '_id', 'blocked', 'clientID', 'created_at', 'email_verified', 'email', 'globalClientID'],
  ...['global_client_id', 'identities', 'lastIP', 'lastLogin', 'loginsCount', 'metadata'],
  ...['multifactor_last_modified', 'multifactor', 'updated_at', 'user_id'],
]);

/** A first-level key of a metadata object that policies may use. */
export const metadataPath = z
  .string()
  .regex(/^(app|user)_metadata\.[A-Za-z_][A-Za-z0-9_]{0,62}$/, 'use app_metadata.x or user_metadata.x')
  .refine((path) => !keyOf(path).startsWith('steward_'), 'names beginning with steward_ are Steward’s own')
  .refine((path) => keyOf(path) !== '__proto__', 'cannot be a name')
  .refine(
    (path) => !(path.startsWith('app_metadata.') && reservedByAuth0.has(keyOf(path))),
    'is a name that Auth0 keeps for itself',
  );

function keyOf(path: string): string {
  return path.slice(path.indexOf('.') + 1);
}

const option = z.strictObject({ value: z.string().min(1).max(200), label: localText });
const filterable: readonly FieldType[] = ['choice', 'choices', 'yes-no'];

export const policyField = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,62}$/, 'use lower-case letters, digits and _')
      .refine((name) => !Object.hasOwn(searchFields, name), 'is a field that every search has already'),
    label: localText,
    path: metadataPath,
    type: z.enum(fieldType.options).default('text'),
    options: z
      .array(option)
      .min(1)
      .max(500)
      .refine((options) => isUnique(options.map(({ value }) => value)), 'values repeat')
      .optional(),
    required: z.boolean().default(false),
    limits: z.strictObject(fieldLimits.shape).optional(),
    validate: z.custom<NonNullable<PolicyField['validate']>>(isFunction, 'must be a function').optional(),
    help: localText.optional(),
    shows: z.array(z.enum(fieldPlace.options)).default(['search', 'detail']),
    editable: z
      .union(
        [z.boolean(), z.custom<(context: AdminContext) => boolean>(isFunction)],
        'use true, false or a function',
      )
      .default(false),
  })
  .superRefine((field, context) => {
    const faults = [
      ...limitFaults(field.type, field.limits ?? {}),
      ...(isChoice(field.type) === (field.options !== undefined)
        ? []
        : [isChoice(field.type) ? 'needs options' : `has options, which are for choice and choices`]),
      ...(field.shows.includes('filter') && !filterable.includes(field.type)
        ? [`cannot be a filter: those are ${filterable.join(', ')}`]
        : []),
    ];
    for (const message of faults) context.addIssue({ code: 'custom', message });
  });

export function isChoice(type: FieldType): boolean {
  return type === 'choice' || type === 'choices';
}

export function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

export function isUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
