import type { DeclaredField } from '../scope/search-fields.ts';
import type { Policy } from './policy.ts';
import type { PolicyField } from './policy-field.ts';

/** The declared fields by which people are looked for, and those by which lists are narrowed. */
export function searchableFields({ fields }: Policy): Record<'search' | 'filter', DeclaredField[]> {
  const shownIn = (place: 'search' | 'filter') =>
    fields.filter(({ shows }) => shows.includes(place)).map(declaredField);
  return { search: shownIn('search'), filter: shownIn('filter') };
}

function declaredField({ name, path, type, options }: PolicyField): DeclaredField {
  const choices = options?.map(({ value, label }) => ({
    value,
    labels: typeof label === 'string' ? [label] : Object.values(label),
  }));
  return { name, path, type, options: choices };
}
