import { type Endpoint, json } from './endpoint.ts';
import { badRequest, ManagementError } from './errors.ts';
import { chooseFields, fieldParams } from './field-choice.ts';
import { offsetOf, offsetParams } from './pages.ts';
import type { Query } from './query-params.ts';
import { fieldTypeOf } from './search-fields.ts';
import { type Found, SearchTimeout, type Sort } from './search-index.ts';
import { SearchSyntaxError } from './search-tokens.ts';
import type { UserSearch } from './user-search.ts';
import { userFields } from './users.ts';

/** Longest path and query; Auth0 documents a 414 but no number. */
const longestUrl = 8192;

const tooFar =
  'You can only page through the first 1000 records. See https://auth0.com/docs/users/search/v3/view-search-results-by-page#limitation';
const tooSlow =
  'The query exceeded the timeout. Please try refining your search criteria. See https://auth0.com/docs/best-practices/search-best-practices';

/**
 * User search, version 3.
 *
 * @see https://auth0.com/docs/manage-users/user-search/list-and-search-users
 */
export function userListEndpoint(search: UserSearch): Endpoint {
  return {
    method: 'GET',
    path: '/users',
    scopes: [['read:users']],
    query: {
      ...offsetParams,
      ...fieldParams(userFields),
      sort: {
        type: 'text',
        pattern: /^([a-zA-Z0-9_.]+):(1|-1)$/,
        description:
          'Field to sort by. Use field:order where order is 1 for ascending and -1 for descending. e.g. created_at:1',
      },
      q: { type: 'text', description: 'Query in Lucene query string syntax.' },
      search_engine: {
        type: 'text',
        of: ['v1', 'v2', 'v3'],
        description: 'The version of the search engine',
      },
      primary_order: { type: 'boolean' },
      connection: { type: 'text' },
    },
    group: 'users_read',
    answer({ request, query }) {
      const { pathname, search: asked } = new URL(request.url);
      if (pathname.length + asked.length > longestUrl) throw new ManagementError(414, 'Request-URI Too Long');
      const { start, limit } = pageOf(query);
      const { total, records } = findUsers(search, query, start, limit);
      const users = records.map(({ profile }) => chooseFields(profile, query));
      return json(
        query.flag('include_totals') ? { start, limit, length: users.length, users, total } : users,
      );
    },
  };
}

/** A list that names no page is cut, whatever `per_page` says. */
const mostWithoutPage = 50;

function pageOf(query: Query): { start: number; limit: number } {
  const page = offsetOf(query, tooFar);
  return query.has('page') ? page : { ...page, limit: Math.min(page.limit, mostWithoutPage) };
}

function findUsers(search: UserSearch, query: Query, start: number, limit: number): Found {
  try {
    return search.find(query.text('q'), sortOf(query), start, limit);
  } catch (error) {
    if (error instanceof SearchTimeout) throw new ManagementError(503, tooSlow);
    if (error instanceof SearchSyntaxError)
      throw badRequest(`Query validation error: '${error.message}' on property q.`, 'invalid_query_string');
    throw error;
  }
}

/** Without `sort` by id: Auth0 promises only that the order can be repeated. */
function sortOf(query: Query): Sort {
  const [field = 'user_id', direction] = (query.text('sort') ?? '').split(':').filter(Boolean);
  if (['metadata', null].includes(fieldTypeOf(field)))
    throw badRequest(
      `Query validation error: 'Cannot sort by ${field}' on property sort.`,
      'invalid_query_string',
    );
  return { field, descending: direction === '-1' };
}
