import type { Field, FieldValue } from '#contract/field.ts';
import type { ProfileChanges } from '#contract/profile-edit.ts';
import {
  type ProfileAttribute,
  profileAttribute,
  type UserDetail,
  type UserProfile,
} from '#contract/user.ts';

/** What can be edited of a profile: values by `name`, `fields.department` and so on; null where there is nothing. */
export type ProfileValues = Record<string, FieldValue | null>;

const fieldPrefix = 'fields.';

/** The attributes that can be changed here. */
export function editableAttributes({ readOnly }: Pick<UserDetail, 'readOnly'>): ProfileAttribute[] {
  return profileAttribute.options.filter((name) => !readOnly.some(({ attribute }) => attribute === name));
}

/** The declared fields that this admin may change on a person's page. */
export function editableFields(fields: readonly Field[]): Field[] {
  return fields.filter(({ shows, editable }) => editable && shows.includes('edit'));
}

export function valuesOf(user: UserProfile, fields: readonly Field[]): ProfileValues {
  const attributes = profileAttribute.options.map((name) => [name, user[name] ?? null] as const);
  const declared = fields.map(({ name }) => [fieldPrefix + name, user.fields[name] ?? null] as const);
  return Object.fromEntries([...attributes, ...declared]);
}

type FormValues = Omit<ProfileChanges, 'fields'> & { fields?: Record<string, FieldValue | null | undefined> };

/** Brings what a form holds into the shape of `ProfileValues`. */
export function flatten({ fields = {}, ...attributes }: FormValues): ProfileValues {
  const declared = Object.entries(fields).map(([name, value]) => [fieldPrefix + name, value] as const);
  const known = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return Object.fromEntries([...known, ...declared].map(([key, value]) => [key, value ?? null]));
}

/** The named values in the shape of the API. */
export function pick(values: ProfileValues, keys: readonly string[]): ProfileChanges {
  const fields: Record<string, FieldValue | null> = {};
  const attributes: Record<string, FieldValue | null> = {};
  for (const key of keys) {
    const value = values[key] ?? null;
    if (key.startsWith(fieldPrefix)) fields[key.slice(fieldPrefix.length)] = value;
    else attributes[key] = value;
  }
  const isAny = Object.keys(fields).length > 0;
  // The other keys are attributes, which hold texts; the API parses them.
  return { ...(attributes as ProfileChanges), ...(isAny && { fields }) };
}

/** In which of the values that `after` has it differs from `before`. */
export function differences(before: ProfileValues, after: ProfileValues): string[] {
  return Object.keys(after).filter((key) => !isSame(before[key] ?? null, after[key] ?? null));
}

function isSame(one: FieldValue | null, other: FieldValue | null): boolean {
  // The options of `choices` have no order that would mean something.
  const text = (value: FieldValue | null) => JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
  return text(one) === text(other);
}
