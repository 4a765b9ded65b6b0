import { boundsOf, keyOf, spanOf, within } from './search-bounds.ts';
import type { FieldType, Scalar, SearchedFields } from './search-fields.ts';
import type { Query } from './search-parser.ts';
import { globOf, literalOf, matchesAnything, type SearchText } from './search-text.ts';

export type Match<Item> = (item: Item) => boolean;

/**
 * Turns a query into a test of one item. Fields that Auth0 does not index match nothing.
 *
 * @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
export function compileMatch<Item>(query: Query, fields: SearchedFields<Item>): Match<Item> {
  if (query.kind === 'and' || query.kind === 'or') {
    const matches = query.of.map((part) => compileMatch(part, fields));
    return query.kind === 'and' ? all(matches) : any(matches);
  }
  if (query.kind === 'not') {
    const inner = compileMatch(query.of, fields);
    return (item) => !inner(item);
  }
  if (query.kind === 'exists') return exists(query.field, fields);
  if (query.kind === 'range') return inRange(query, fields);
  const { field, text } = query;
  if (field !== null) return textMatch(field, text, fields);
  if (matchesAnything(text)) return () => true;
  return any(fields.bare.map((name) => textMatch(name, text, fields)));
}

function all<Item>(matches: Match<Item>[]): Match<Item> {
  return (item) => matches.every((match) => match(item));
}

function any<Item>(matches: Match<Item>[]): Match<Item> {
  return (item) => matches.some((match) => match(item));
}

function exists<Item>(field: string, fields: SearchedFields<Item>): Match<Item> {
  if (fields.typeOf(field) === null) return () => false;
  return (item) => fields.has(item, field);
}

function inRange<Item>(query: Query & { kind: 'range' }, fields: SearchedFields<Item>): Match<Item> {
  const { field, range } = query;
  const type = fields.typeOf(field);
  const bounds = boundsOf(range, type);
  if (!bounds) return () => false;
  return (item) =>
    fields.valuesOf(item, field).some((value) => {
      const key = keyOf(value, type);
      return key !== null && within(key, bounds);
    });
}

function textMatch<Item>(field: string, text: SearchText, fields: SearchedFields<Item>): Match<Item> {
  const type = fields.typeOf(field);
  if (type === null) return () => false;
  // Metadata knows no wildcards: there `*` is a star. Alone it asks whether there is a value, everywhere.
  if (matchesAnything(text)) return exists(field, fields);
  const matches = valueMatch(type, text);
  return (item) => fields.valuesOf(item, field).some(matches);
}

function valueMatch(type: FieldType, text: SearchText): (value: Scalar) => boolean {
  const literal = literalOf(text);
  if (literal === null) return wildcardMatch(type, text);
  if (type === 'folded') {
    const folded = literal.toLowerCase();
    return (value) => String(value).toLowerCase() === folded;
  }
  if (type === 'number') return (value) => value === Number(literal);
  const span = type === 'date' ? spanOf(literal) : undefined;
  if (span) return (value) => String(value) >= span.first && String(value) <= span.last;
  return (value) => String(value) === literal;
}

function wildcardMatch(type: FieldType, text: SearchText): (value: Scalar) => boolean {
  if (type !== 'folded' && type !== 'exact') return () => false;
  const fold = (value: string) => (type === 'folded' ? value.toLowerCase() : value);
  const glob = globOf(text, fold);
  return (value) => glob(fold(String(value)));
}
