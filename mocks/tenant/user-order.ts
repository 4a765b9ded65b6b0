import type { UserRecord } from './model.ts';
import { type Bounds, type Key, keyOf } from './search-bounds.ts';
import { fieldTypeOf, valuesOf } from './search-fields.ts';

/** Users in ascending order of one field, then of their ids; those without a value are kept apart. */
export interface UserOrder {
  add(record: UserRecord): void;
  remove(record: UserRecord): void;
  /** Ascending. With bounds only those within. */
  valued(bounds?: Bounds): { from: number; to: number; records: readonly UserRecord[] };
  /** By id; they come last in either direction, as in Elasticsearch. */
  missing(): readonly UserRecord[];
}

function sortKey(record: UserRecord, field: string): Key | null {
  return keyOf(valuesOf(record, field)[0], fieldTypeOf(field));
}

/** @param records - sorted here, unless they already are (`sorted`). */
export function orderUsers(field: string, records: Iterable<UserRecord>, sorted = false): UserOrder {
  const valued: Row[] = [];
  const without: Row[] = [];
  for (const record of records) rowsFor(record).push({ key: keyFor(record), record });
  if (!sorted) {
    valued.sort(compareRows);
    without.sort(compareRows);
  }
  // Beside the rows, so that a page is a slice and not a map of everything.
  const lists = new Map([valued, without].map((rows) => [rows, rows.map(({ record }) => record)]));

  function keyFor(record: UserRecord): Key {
    return sortKey(record, field) ?? '';
  }
  function rowsFor(record: UserRecord): Row[] {
    return sortKey(record, field) === null ? without : valued;
  }
  const listOf = (rows: Row[]) => lists.get(rows) ?? [];

  return {
    add(record) {
      const rows = rowsFor(record);
      const row = { key: keyFor(record), record };
      const at = firstIndex(rows, (other) => compareRows(other, row) >= 0);
      rows.splice(at, 0, row);
      listOf(rows).splice(at, 0, record);
    },
    remove(record) {
      const rows = rowsFor(record);
      const row = { key: keyFor(record), record };
      const at = firstIndex(rows, (other) => compareRows(other, row) >= 0);
      if (rows[at]?.record !== record) return;
      rows.splice(at, 1);
      listOf(rows).splice(at, 1);
    },
    valued(bounds) {
      const records = listOf(valued);
      if (!bounds) return { from: 0, to: records.length, records };
      const { min, max, includesMin, includesMax } = bounds;
      const from = firstIndex(valued, ({ key }) => min === null || (includesMin ? key >= min : key > min));
      const to = firstIndex(valued, ({ key }) => max !== null && (includesMax ? key > max : key >= max));
      return { from, to: Math.max(from, to), records };
    },
    missing: () => listOf(without),
  };
}

interface Row {
  key: Key;
  record: UserRecord;
}

function compareRows(one: Row, other: Row): number {
  if (one.key !== other.key) return one.key < other.key ? -1 : 1;
  const [id, otherId] = [one.record.profile.user_id, other.record.profile.user_id];
  return id === otherId ? 0 : id < otherId ? -1 : 1;
}

/** The first index from which `holds` is true; it must not turn false again. */
function firstIndex(rows: Row[], holds: (row: Row) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row && holds(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}
