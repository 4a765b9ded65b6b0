import { badRequest } from './errors.ts';
import type { LogEntry } from './model.ts';
import type { Query } from './query-params.ts';
import type { FieldType, Scalar, SearchedFields } from './search-fields.ts';
import { compileMatch } from './search-match.ts';
import { parseSearch, type Query as SearchQuery } from './search-parser.ts';
import { SearchSyntaxError } from './search-tokens.ts';

const fields = new Map<string, FieldType>(
  'client_id client_name connection connection_id description hostname ip log_id organization_id user_id user_name user_agent strategy strategy_type type'
    .split(' ')
    .map((name) => [name, 'exact']),
);
fields.set('date', 'date');

/** Case-sensitive, all of them, unlike those of users. */
const searchedLogFields: SearchedFields<LogEntry> = {
  typeOf: (field) => fields.get(field) ?? null,
  valuesOf(entry, field): Scalar[] {
    const value = entry[field];
    return typeof value === 'string' || typeof value === 'number' ? [value] : [];
  },
  has: (entry, field) => entry[field] !== undefined && entry[field] !== null && entry[field] !== '',
  bare: ['client_name', 'connection', 'description', 'ip', 'log_id', 'type', 'user_name'],
};

/**
 * The entries that match, in the order asked for; the newest first unless said otherwise.
 *
 * @throws ManagementError 400 for a malformed query and for a field that is not searched.
 * @see https://auth0.com/docs/deploy-monitor/logs/log-search-query-syntax
 */
export function searchLogs(entries: LogEntry[], query: Query): LogEntry[] {
  const search = parseLogSearch(query.text('q'));
  const found = search ? entries.filter(compileMatch(search, searchedLogFields)) : entries;
  return sortLogs(found.filter(simpleMatch(query.text('search'))), query.text('sort'));
}

/**
 * The older `search` parameter: without regard to case, by the beginning unless quoted, all clauses must match.
 *
 * @see https://auth0.com/docs/api/management/v2/logs/get-logs
 */
function simpleMatch(search = ''): (entry: LogEntry) => boolean {
  const clauses = [...search.matchAll(/(?:(\w+):)?(?:"([^"]*)"|(\S+))/g)].map(
    ([, field, quoted, start = '']) => {
      const fieldNames = field ? [fieldNamed(field)] : ['client_name', 'connection', 'user_name'];
      const holds = (text: string) =>
        quoted === undefined ? text.startsWith(start.toLowerCase()) : text === quoted.toLowerCase();
      return (entry: LogEntry) => fieldNames.some((name) => holds(String(entry[name] ?? '').toLowerCase()));
    },
  );
  return (entry) => clauses.every((clause) => clause(entry));
}

/** Some parameters call a field by a shorter name. */
function fieldNamed(name: string): string {
  return { application: 'client_name', client: 'client_name', user: 'user_name' }[name] ?? name;
}

export function sortLogs(entries: LogEntry[], sort = 'date:-1'): LogEntry[] {
  const [name = 'date', direction] = sort.split(':');
  const field = fieldNamed(name);
  const key = (entry: LogEntry) => `${entry[field] ?? ''} ${entry.log_id}`;
  const sign = direction === '-1' ? -1 : 1;
  return entries.toSorted((one, other) => (key(one) < key(other) ? -sign : sign));
}

/** The one user whose entries are asked for, when the search says so. */
export function userNamedIn(search: SearchQuery | undefined): string | null {
  const parts = search?.kind === 'and' ? search.of : search ? [search] : [];
  for (const part of parts) {
    if (part.kind !== 'text' || part.field !== 'user_id') continue;
    const [id] = part.text.parts;
    if (part.text.parts.length === 1 && typeof id === 'string') return id;
  }
  return null;
}

export function parseLogSearch(text: string | undefined): SearchQuery | undefined {
  if (!text?.trim()) return undefined;
  try {
    const search = withPlainMarks(parseSearch(text));
    checkFields(search);
    return search;
  } catch (error) {
    if (!(error instanceof SearchSyntaxError)) throw error;
    throw badRequest(`Query validation error: '${error.message}' on property q.`, 'invalid_query_string');
  }
}

/** Log search knows the star, but takes a question mark as it is. */
function withPlainMarks(search: SearchQuery): SearchQuery {
  if (search.kind === 'and' || search.kind === 'or') return { ...search, of: search.of.map(withPlainMarks) };
  if (search.kind === 'not') return { ...search, of: withPlainMarks(search.of) };
  if (search.kind !== 'text') return search;
  const parts = search.text.parts.map((part) =>
    typeof part === 'object' && part.wildcard === '?' ? part.wildcard : part,
  );
  return { ...search, text: { ...search.text, parts } };
}

function checkFields(search: SearchQuery): void {
  if (search.kind === 'and' || search.kind === 'or') for (const part of search.of) checkFields(part);
  else if (search.kind === 'not') checkFields(search.of);
  else if (search.field !== null && !fields.has(search.field))
    throw new SearchSyntaxError(`Invalid field ${search.field}`);
}
