/**
 * Writes Lucene. Nothing that a person typed reaches Auth0 but through `quote` and `pattern`, and every composed
 * clause is one term or one balanced group, so it can stand beside others without brackets of its own.
 *
 * @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 * @see https://lucene.apache.org/core/2_9_4/queryparsersyntax.html
 */

/** A phrase that matches the value as a whole: quoted, with quotes and backslashes escaped. */
export function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}

/** An unquoted value with wildcards: the literals, escaped, joined by `*`. An empty first or last one is an open end. */
export function pattern(literals: readonly string[]): string {
  return literals.map(escapeTerm).join('*');
}

/** `path:value`, where the value comes from `quote`, `pattern` or a checked number, boolean or range. */
export function term(path: string, value: string): string {
  return `${escapeTerm(path)}:${value}`;
}

export function allOf(clauses: readonly string[]): string {
  return joined(clauses, 'AND');
}

export function anyOf(clauses: readonly string[]): string {
  return joined(clauses, 'OR');
}

/**
 * The bracket belongs to NOT: some parsers read `a AND NOT b AND c` as `a AND NOT (b AND c)`, and in others
 * `NOT a OR b` asks for b alone.
 */
export function not(clause: string): string {
  return `(NOT ${clause})`;
}

export function exists(path: string): string {
  return term('_exists_', escapeTerm(path));
}

/** The length of a text as a value in a URL's query. */
export function encodedLength(text: string): number {
  return new URLSearchParams([['', text]]).toString().length - 1;
}

function joined(clauses: readonly string[], operator: 'AND' | 'OR'): string {
  return clauses.length > 1 ? `(${clauses.join(` ${operator} `)})` : clauses.join('');
}

/**
 * White space other than a plain blank cannot be escaped alike for every parser (U+3000 separates words in some
 * Lucenes), so it is left to a wildcard. `<` and `>` are not special in Lucene 2.9, but become so later.
 */
function escapeTerm(text: string): string {
  return text.replace(/[+\-&|!(){}[\]^"~*?:\\/ ]/g, '\\$&').replace(/[^\S ]/g, '*');
}
