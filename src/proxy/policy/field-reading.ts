import type { FieldValue } from '#contract/field.ts';
import { isDay } from './field-limits.ts';
import { type MetadataPatch, metadataAt } from './metadata-patch.ts';
import type { PolicyField } from './policy-field.ts';

/** The declared fields that a user has. What is stored in another type than declared counts as absent. */
export function readFields(user: MetadataPatch, fields: readonly PolicyField[]): Record<string, FieldValue> {
  // A list reads thousands of them: without a list of pairs between.
  const found: Record<string, FieldValue> = {};
  for (const field of fields) {
    const value = readValue(field, metadataAt(user, field.path));
    if (value !== undefined) found[field.name] = value;
  }
  return found;
}

function readValue({ type }: PolicyField, stored: unknown): FieldValue | undefined {
  switch (type) {
    case 'number':
      return typeof stored === 'number' && Number.isFinite(stored) ? stored : undefined;
    case 'yes-no':
      return typeof stored === 'boolean' ? stored : undefined;
    case 'choices':
      return isTexts(stored) ? [...stored] : undefined;
    case 'date':
      return typeof stored === 'string' && isDay(stored) ? stored : undefined;
    case 'link':
      return typeof stored === 'string' && isWebAddress(stored) ? stored : undefined;
    default:
      return typeof stored === 'string' ? stored : undefined;
  }
}

function isTexts(stored: unknown): stored is string[] {
  return Array.isArray(stored) && stored.every((item) => typeof item === 'string');
}

/** Someone may click on it: no script, no file. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol);
}
