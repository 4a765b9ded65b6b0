import type { Param, Query } from './query-params.ts';

/** `fields` and `include_fields`; without a list any name is accepted. */
export function fieldParams(names?: string[]): Record<string, Param> {
  const description =
    'Comma-separated list of fields to include or exclude (based on value provided for include_fields) in the result. Leave empty to retrieve all fields.';
  return {
    fields: names ? { type: 'list', of: names, description } : { type: 'text', description },
    include_fields: { type: 'boolean' },
  };
}

/** What `fields` asks for: these only, or with `include_fields=false` all but these. */
export function chooseFields<Item extends object>(item: Item, query: Query): Partial<Item> {
  const names = query.list('fields');
  if (!names?.length) return item;
  const include = query.text('include_fields') !== 'false';
  // Some entries of an Item are a Partial of it.
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => names.includes(name) === include),
  ) as Partial<Item>;
}
