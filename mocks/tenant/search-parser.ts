import { literalLength, matchesAnything, type SearchText, startsWithWildcard } from './search-text.ts';
import { type SearchRange, SearchSyntaxError, type Token, tokensOf } from './search-tokens.ts';

/** A parsed query. `field` is null where the query names none. */
export type Query =
  | { kind: 'text'; field: string | null; text: SearchText }
  | { kind: 'range'; field: string; range: SearchRange }
  | { kind: 'exists'; field: string }
  | { kind: 'and'; of: Query[] }
  | { kind: 'or'; of: Query[] }
  | { kind: 'not'; of: Query };

/** Deeper nesting would let one request exhaust the stack. */
const deepest = 200;

/**
 * Parses Auth0's query language. NOT binds before AND, AND before OR; words side by side are joined by OR. Lucene's own
 * reading (required, optional, prohibited clauses) differs for mixed operators, but under it Auth0's own example
 * `NOT _exists_:logins_count OR logins_count:0` would find nobody.
 *
 * @throws SearchSyntaxError
 * @see https://auth0.com/docs/manage-users/user-search/user-search-query-syntax
 */
export function parseSearch(search: string): Query {
  const tokens = tokensOf(search);
  let next = 0;
  let depth = 0;
  const kind = () => tokens[next]?.kind;

  function anyOf(field: string | null): Query {
    const found = [allOf(field)];
    while (next < tokens.length && kind() !== ')') {
      if (kind() === 'OR') next += 1;
      found.push(allOf(field));
    }
    return found.length === 1 && found[0] ? found[0] : { kind: 'or', of: found };
  }

  function allOf(field: string | null): Query {
    const found = [one(field)];
    // `a -b` and `a +b` narrow, as in Lucene, although no AND is written.
    while (kind() === 'AND' || kind() === 'NOT' || kind() === '+') {
      if (kind() === 'AND') next += 1;
      found.push(one(field));
    }
    return found.length === 1 && found[0] ? found[0] : { kind: 'and', of: found };
  }

  function one(field: string | null): Query {
    const token = take();
    if (token.kind === 'NOT') return nested(() => ({ kind: 'not', of: one(field) }));
    if (token.kind === '+') return nested(() => one(field));
    if (token.kind === 'field') return afterField(token.name);
    if (token.kind === '(') return group(field);
    if (token.kind === 'text') return textOf(field, token.text);
    if (token.kind === 'range' && field !== null) return { kind: 'range', field, range: token.range };
    throw new SearchSyntaxError(`Unexpected ${token.kind}`);
  }

  function afterField(field: string): Query {
    const token = take();
    if (token.kind === 'text') return textOf(field, token.text);
    if (token.kind === 'range') return { kind: 'range', field, range: token.range };
    if (token.kind === '(') return group(field);
    // `last_name:-x` asks for what is not x.
    if (token.kind === 'NOT') return nested(() => ({ kind: 'not', of: afterField(field) }));
    throw new SearchSyntaxError(`${field}: needs a value`);
  }

  function group(field: string | null): Query {
    return nested(() => {
      const found = anyOf(field);
      if (take().kind !== ')') throw new SearchSyntaxError('A parenthesis is not closed');
      return found;
    });
  }

  function nested(read: () => Query): Query {
    depth += 1;
    if (depth > deepest) throw new SearchSyntaxError('Too deeply nested');
    const found = read();
    depth -= 1;
    return found;
  }

  function take(): Token {
    const token = tokens[next];
    if (!token) throw new SearchSyntaxError('The query ends too early');
    next += 1;
    return token;
  }

  const query = anyOf(null);
  if (next < tokens.length) throw new SearchSyntaxError('A parenthesis is closed but not opened');
  return query;
}

/** Auth0 refuses a wildcard in front of fewer letters. */
const fewestLetters = 3;

function textOf(field: string | null, text: SearchText): Query {
  if (startsWithWildcard(text) && !matchesAnything(text) && literalLength(text) < fewestLetters)
    throw new SearchSyntaxError(`A leading wildcard needs ${fewestLetters} more characters`);
  if (field !== '_exists_') return { kind: 'text', field, text };
  return { kind: 'exists', field: text.parts.map((part) => (typeof part === 'string' ? part : '')).join('') };
}
