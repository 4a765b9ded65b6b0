import type { UserRecord } from './model.ts';
import { boundsOf, keyOf, spanOf, within } from './search-bounds.ts';
import { bareFields, type FieldType, fieldTypeOf, type Scalar, valuesOf } from './search-fields.ts';
import type { Query } from './search-parser.ts';
import { globOf, literalOf, matchesAnything, type SearchText } from './search-text.ts';

export type Match = (record: UserRecord) => boolean;

/**
 * Turns a query into a test of one user. Fields that Auth0 does not index match nobody.
 *
 * @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
export function compileMatch(query: Query): Match {
  if (query.kind === 'and' || query.kind === 'or')
    return (query.kind === 'and' ? all : any)(query.of.map(compileMatch));
  if (query.kind === 'not') {
    const inner = compileMatch(query.of);
    return (record) => !inner(record);
  }
  if (query.kind === 'exists') return exists(query.field);
  if (query.kind === 'range') return inRange(query);
  if (query.field !== null) return textMatch(query.field, query.text);
  if (matchesAnything(query.text)) return () => true;
  return any(bareFields.map((field) => textMatch(field, query.text)));
}

function all(matches: Match[]): Match {
  return (record) => matches.every((match) => match(record));
}

function any(matches: Match[]): Match {
  return (record) => matches.some((match) => match(record));
}

function exists(field: string): Match {
  if (fieldTypeOf(field) === null) return () => false;
  return (record) => valuesOf(record, field).length > 0 || hasBelow(record, field);
}

/** `_exists_:app_metadata.dept` also holds where `dept` is an object with something in it. */
function hasBelow({ profile }: UserRecord, field: string): boolean {
  let value: unknown = profile;
  for (const name of field.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
    value = Object.getOwnPropertyDescriptor(value, name)?.value;
  }
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function inRange({ field, range }: Query & { kind: 'range' }): Match {
  const type = fieldTypeOf(field);
  const bounds = boundsOf(range, type);
  if (!bounds) return () => false;
  return (record) =>
    valuesOf(record, field).some((value) => {
      const key = keyOf(value, type);
      return key !== null && within(key, bounds);
    });
}

function textMatch(field: string, text: SearchText): Match {
  const type = fieldTypeOf(field);
  if (type === null) return () => false;
  // Metadata knows no wildcards: there `*` is a star. Alone it asks whether there is a value, everywhere.
  if (matchesAnything(text)) return exists(field);
  const matches = valueMatch(type, text);
  return (record) => valuesOf(record, field).some(matches);
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
