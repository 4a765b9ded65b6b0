import type { FieldType } from '#contract/field.ts';
import type { TextRange } from '#contract/problem.ts';
import { searchFields } from '#contract/search.ts';
import { searchFault } from './search-fault.ts';
import { nearName } from './search-near-name.ts';

/** A metadata field that the vendor declares: admins search it by its name, Auth0 finds it at its path. */
export interface DeclaredField {
  name: string;
  path: string;
  /** A text unless told. */
  type?: FieldType;
  /** What can be looked for in a `choice` or `choices`; people may write a label for its value. */
  options?: readonly { value: string; labels: readonly string[] }[];
}

/** What the admins of an organization may search by, besides what everyone has. */
export interface Searchable {
  organization: string;
  fields: readonly DeclaredField[];
  /** The connections they may name. By any other's name they would find out who is also a user of its customer. */
  connections: readonly string[];
}

export interface SearchableField {
  name: string;
  path: string;
  kind: (typeof searchFields)[keyof typeof searchFields] | 'metadata';
  /** That of the admin who searches. */
  organization?: string;
  /** The only values to look for. */
  choices?: readonly string[];
  /** For `metadata`. */
  declared?: DeclaredField;
}

/**
 * The field an admin means by a name, whatever its case. A field of ours wins over a declared one of the same name.
 *
 * @param range - of the name, for the fault.
 */
export function fieldNamed(
  name: string,
  { organization, fields, connections }: Searchable,
  range: TextRange,
): SearchableField {
  const declared = fields.map((field): SearchableField => {
    return { name: field.name, path: field.path, kind: 'metadata', declared: field };
  });
  const all = [...ourFields, ...declared];
  const wanted = name.toLowerCase();
  const found =
    all.find((field) => field.name === name) ?? all.find((field) => field.name.toLowerCase() === wanted);
  if (!found) throw searchFault(unknownField(name, all), range);
  return found.kind === 'connection' ? { ...found, choices: connections } : { ...found, organization };
}

const ourFields: readonly SearchableField[] = Object.entries(searchFields).map(([name, kind]) => ({
  name,
  path: kind === 'connection' ? 'identities.connection' : name,
  kind,
}));

function unknownField(name: string, all: readonly SearchableField[]): string {
  if (/^(app|user)_metadata\b/i.test(name)) {
    return 'Custom fields are searched by their own name. The question mark shows it.';
  }
  if (name === '_exists_') return 'Whether a field is filled in cannot be searched.';
  const shown = [...name].slice(0, 30).join('');
  const near = nearName(
    name,
    all.map((field) => field.name),
  );
  if (near) return `There is no field “${shown}”. Did you mean “${near}”?`;
  return `There is no field “${shown}”. The question mark shows the fields; put a text with a colon in quotes.`;
}
