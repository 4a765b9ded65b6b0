import { type Endpoint, json } from './endpoint.ts';
import { badRequest, ManagementError } from './errors.ts';
import { chooseFields, fieldParams } from './field-choice.ts';
import { parseLogSearch, searchLogs, sortLogs, userNamedIn } from './log-search.ts';
import type { LogEntry } from './model.ts';
import { offsetOf, offsetParams } from './pages.ts';
import type { Param, Query } from './query-params.ts';
import type { TenantStore } from './store.ts';

const scopes = [['read:logs'], ['read:logs_users']];
const sort: Param = {
  type: 'text',
  pattern: /^([a-zA-Z0-9_.]+):(1|-1)$/,
  description: 'Field to use for sorting appended with :1 for ascending and :-1 for descending. e.g. date:-1',
};

/** @see https://auth0.com/docs/deploy-monitor/logs/retrieve-log-events-using-mgmt-api */
export function logEndpoints(store: TenantStore): Endpoint[] {
  return [
    {
      method: 'GET',
      path: '/logs',
      scopes,
      query: {
        ...offsetParams,
        ...fieldParams(),
        sort,
        q: { type: 'text' },
        from: { type: 'text' },
        take: { type: 'integer', minimum: 1, maximum: 100 },
        search: { type: 'text' },
      },
      group: 'logs',
      answer({ request, query }) {
        if (query.has('from') || query.has('take')) return checkpoint(store, request, query);
        const user = userNamedIn(parseLogSearch(query.text('q')));
        const entries = user === null ? allLogs(store) : store.logsOf(user);
        return json(logPage(query, searchLogs(entries, query), 'all'));
      },
    },
    {
      method: 'GET',
      path: '/logs/:id',
      scopes,
      group: 'logs',
      answer({ param }) {
        const found = allLogs(store).find(({ log_id }) => log_id === param('id'));
        if (!found) throw new ManagementError(404, 'The log event does not exist.');
        return json(row(found));
      },
    },
    {
      method: 'GET',
      path: '/users/:id/logs',
      userId: 'id',
      scopes,
      query: { ...offsetParams, sort },
      group: 'users_read',
      answer({ param, query }) {
        const entries = sortLogs(store.logsOf(param('id')), query.text('sort'));
        return json(logPage(query, entries, 'page'));
      },
    },
  ];
}

/** Seeded entries are made user by user; for all of a large tenant that would take too long. */
const mostSeededUsers = 1000;

/** Newest first: what has happened, and what the seed says of its first 1,000 users. */
function allLogs(store: TenantStore): LogEntry[] {
  const before = store.seed.users
    .slice(0, mostSeededUsers)
    .flatMap(({ profile }) => store.seed.logsOf?.(profile) ?? []);
  return sortLogs([...store.logBook.all(), ...before]);
}

/** The log always names a user, be it as null. */
const row = (entry: LogEntry) => ({ user_id: null, ...entry });

/** @param totalOf - `page`: `total` is the number of rows, as a user's logs have it. */
function logPage(query: Query, entries: LogEntry[], totalOf: 'all' | 'page'): unknown {
  const { start, limit } = offsetOf(query);
  const logs = entries.slice(start, start + limit).map((entry) => chooseFields(row(entry), query));
  if (!query.flag('include_totals')) return logs;
  const total = totalOf === 'all' ? entries.length : logs.length;
  return { start, limit, length: logs.length, logs, total };
}

/** Ascending from a known entry, without end: an empty answer means that there is nothing new yet. */
function checkpoint(store: TenantStore, request: Request, query: Query): Response {
  const entries = allLogs(store).reverse();
  const from = query.text('from');
  const at = entries.findIndex(({ log_id }) => log_id === from);
  if (from !== undefined && at < 0) throw badRequest('Invalid log id', 'invalid_query_string');
  const take = query.integer('take') ?? 50;
  const rows = entries.slice(at + 1, at + 1 + take).map(row);
  const response = json(rows);
  const last = rows.at(-1)?.log_id ?? from;
  if (last !== undefined) {
    const next = new URL(request.url);
    next.search = new URLSearchParams({ from: last, take: String(take) }).toString();
    response.headers.set('Link', `<${next}>; rel="next"`);
  }
  return response;
}
