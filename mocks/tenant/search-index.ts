import type { UserRecord } from './model.ts';
import { valuesOf } from './search-fields.ts';
import type { Query } from './search-parser.ts';
import { planSearch } from './search-plan.ts';
import type { UserOrder } from './user-order.ts';
import { type UserSet, userSet } from './user-set.ts';

export interface Sort {
  field: string;
  descending: boolean;
}

export interface Found {
  total: number;
  records: UserRecord[];
}

/** Searched users, held by reference. Grows to 100,000: an exact metadata term or a range on the order costs no scan. */
export interface SearchIndex {
  put(id: string, record: UserRecord | undefined): void;
  /** @throws SearchTimeout after 2 s. @param text - names the query in the cache. */
  find(text: string, query: Query | undefined, sort: Sort, start: number, count: number): Found;
}

export class SearchTimeout extends Error {}

/** @see https://auth0.com/docs/manage-users/user-search/list-and-search-users */
const longestMs = 2000;
const cachedResults = 50;

export function searchIndex(records: Iterable<UserRecord>): SearchIndex {
  const byId = new Map<string, UserRecord>();
  const everyone = userSet();
  /** By field, then by value; made when a field is first asked for. */
  const fields = new Map<string, Map<string, UserSet>>();
  const cache = new Map<string, UserRecord[]>();
  for (const record of records) {
    byId.set(record.profile.user_id, record);
    everyone.add(record);
  }

  function addValues(values: Map<string, UserSet>, field: string, record: UserRecord): void {
    for (const value of valuesOf(record, field)) {
      const set = values.get(String(value)) ?? userSet(everyone);
      set.add(record);
      values.set(String(value), set);
    }
  }

  function setOf(field: string, value: string): UserSet {
    let values = fields.get(field);
    if (!values) {
      values = new Map();
      for (const record of everyone.all()) addValues(values, field, record);
      fields.set(field, values);
    }
    return values.get(value) ?? userSet();
  }

  function remove(record: UserRecord): void {
    everyone.remove(record);
    for (const [field, values] of fields)
      for (const value of valuesOf(record, field)) values.get(String(value))?.remove(record);
  }

  function resultsOf(query: Query | undefined, sort: Sort): Results {
    const plan = planSearch(query, sort.field);
    if (plan.bounds === null) return { order: emptyOrder, bounds: undefined, filter: undefined };
    const sets = plan.terms.map(({ field, value }) => setOf(field, value)).sort((a, b) => a.size - b.size);
    const [smallest = everyone, ...others] = sets;
    const { rest } = plan;
    const filter =
      rest || others.length > 0
        ? (record: UserRecord) => others.every((set) => set.has(record)) && (rest?.(record) ?? true)
        : undefined;
    return { order: smallest.order(sort.field), bounds: plan.bounds, filter };
  }

  function filtered(key: string, results: Results, descending: boolean): UserRecord[] {
    const known = cache.get(key);
    if (known) return known;
    const matches = filterInTime(slice({ ...results, filter: undefined }, descending), results.filter);
    if (cache.size >= cachedResults) cache.delete(cache.keys().next().value ?? '');
    cache.set(key, matches);
    return matches;
  }

  return {
    put(id, record) {
      const before = byId.get(id);
      if (before) remove(before);
      byId.delete(id);
      cache.clear();
      if (!record) return;
      byId.set(id, record);
      everyone.add(record);
      for (const [field, values] of fields) addValues(values, field, record);
    },
    find(text, query, sort, start, count) {
      const results = resultsOf(query, sort);
      if (results.filter) {
        const matches = filtered(`${sort.field} ${sort.descending} ${text}`, results, sort.descending);
        return { total: matches.length, records: matches.slice(start, start + count) };
      }
      return {
        total: totalOf(results),
        records: slice(results, sort.descending, start, count),
      };
    },
  };
}

interface Results {
  order: UserOrder;
  bounds: Parameters<UserOrder['valued']>[0];
  filter: ((record: UserRecord) => boolean) | undefined;
}

const emptyOrder: UserOrder = userSet().order('user_id');

function totalOf({ order, bounds }: Results): number {
  const { from, to } = order.valued(bounds);
  return to - from + (bounds ? 0 : order.missing().length);
}

function slice({ order, bounds }: Results, descending: boolean, start = 0, count = Infinity): UserRecord[] {
  const { from, to, records } = order.valued(bounds);
  const end = Math.min(start + count, to - from);
  const rows = descending
    ? records.slice(Math.max(from, to - end), Math.max(from, to - start)).reverse()
    : records.slice(Math.min(to, from + start), from + end);
  if (bounds || rows.length === count) return rows;
  const skipped = Math.max(0, start - (to - from));
  return [...rows, ...order.missing().slice(skipped, skipped + count - rows.length)];
}

function filterInTime(records: UserRecord[], filter: Results['filter']): UserRecord[] {
  if (!filter) return records;
  const deadline = performance.now() + longestMs;
  return records.filter((record, index) => {
    if (index % 1024 === 1023 && performance.now() > deadline) throw new SearchTimeout();
    return filter(record);
  });
}
