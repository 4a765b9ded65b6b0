import { z } from 'zod';
import { Problem } from '../problem.ts';
import { type LocalText, localText } from './local-text.ts';
import { type MetadataPatch, patchAt } from './metadata-patch.ts';
import { metadataPath } from './policy-field.ts';

/** What is chosen when a person is added: a department, a site, a team. */
export interface MembershipChoices {
  readonly choices: readonly { readonly value: string; readonly label: LocalText }[];
  /** What the vendor calls them, such as "Department". */
  readonly label: LocalText;
  /** Where the choice is written: `app_metadata.department`. */
  readonly path: string;
  readonly required?: boolean;
  /** Several may be chosen: a list is written. */
  readonly several?: boolean;
}

export const membershipChoices = z.strictObject({
  choices: z.array(z.strictObject({ value: z.string().min(1).max(300), label: localText })).max(1000),
  label: localText,
  path: metadataPath.refine((path) => path.startsWith('app_metadata.'), 'use app_metadata.x'),
  required: z.boolean().default(false),
  several: z.boolean().default(false),
});
export type Memberships = z.output<typeof membershipChoices>;

/**
 * What is written for the memberships that an admin has chosen.
 *
 * @param memberships - what he could choose from; null when nothing.
 * @throws Problem `invalid-request` at `#/memberships`.
 */
export function membershipPatch(memberships: Memberships | null, chosen: readonly string[]): MetadataPatch {
  const values = [...new Set(chosen)];
  const { choices = [], required = false, several = false } = memberships ?? {};
  if (required && values.length === 0) throw wrong('Choose one.');
  if (!several && values.length > 1) throw wrong('Choose one only.');
  if (!values.every((value) => choices.some((choice) => choice.value === value))) {
    throw wrong('This is none of the choices.');
  }
  const [first] = values;
  if (!memberships || first === undefined) return {};
  return patchAt(memberships.path, several ? values : first);
}

function wrong(detail: string): Problem {
  return new Problem('invalid-request', { errors: [{ pointer: '#/memberships', detail }] });
}
