import type { UserRecord } from './model.ts';
import { type Bounds, boundsOf } from './search-bounds.ts';
import { fieldTypeOf, searchedUserFields } from './search-fields.ts';
import { compileMatch, type Match } from './search-match.ts';
import type { Query } from './search-parser.ts';
import { literalOf } from './search-text.ts';

/** How a query is answered: which exact terms narrow it, which range its order can cut, and what is left to test. */
export interface SearchPlan {
  /** Every match has all of these. */
  terms: { field: string; value: string }[];
  /** On the field of the order; null means that nothing can match. */
  bounds: Bounds | undefined | null;
  /** Undefined when terms and bounds say it all. */
  rest: Match<UserRecord> | undefined;
}

export function planSearch(query: Query | undefined, sortField: string): SearchPlan {
  const plan: SearchPlan = { terms: [], bounds: undefined, rest: undefined };
  const rest: Query[] = [];
  for (const part of query ? conjunctsOf(query) : []) {
    const term = indexedTerm(part);
    if (term) plan.terms.push(term);
    else if (part.kind === 'range' && part.field === sortField && plan.bounds === undefined)
      plan.bounds = boundsOf(part.range, fieldTypeOf(part.field));
    else rest.push(part);
  }
  if (rest.length > 0) plan.rest = compileMatch({ kind: 'and', of: rest }, searchedUserFields);
  return plan;
}

function conjunctsOf(query: Query): Query[] {
  return query.kind === 'and' ? query.of.flatMap(conjunctsOf) : [query];
}

/** Metadata and identities are matched letter by letter, so an index by value answers for them. */
function indexedTerm(query: Query): { field: string; value: string } | null {
  if (query.kind !== 'text' || query.field === null) return null;
  const value = literalOf(query.text);
  return value !== null && /^((app|user)_metadata|identities)\./.test(query.field)
    ? { field: query.field, value }
    : null;
}
