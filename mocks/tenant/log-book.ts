import type { LogEntry } from './model.ts';
import type { TenantStorage } from './storage.ts';

/**
 * How many entries are kept before the oldest go, as Auth0's plans forget by days, and how many characters each may
 * have. A browser's storage holds about five million: logs may have two of them.
 */
const retention = 500;
const longestEntry = 4000;
const longestText = 200;
export const logPrefix = 'logs/';

/** The tenant log: what has happened since the seed. Newest first. */
export interface LogBook {
  all(): LogEntry[];
  of(userId: string): LogEntry[];
  add(entry: Omit<LogEntry, 'log_id' | 'date'> & { date?: string }): void;
}

export function openLogBook(storage: TenantStorage, now: () => number): LogBook {
  function entryAt(key: string): LogEntry[] {
    const text = storage.read(key);
    // Only `add` writes below the prefix.
    return text === null ? [] : [JSON.parse(text) as LogEntry];
  }
  const keys = () => storage.keys(logPrefix).sort().reverse();
  const all = () => keys().flatMap(entryAt);
  return {
    all,
    of: (userId) => all().filter((entry) => entry.user_id === userId),
    add(entry) {
      const date = entry.date ?? new Date(now()).toISOString();
      const logId = freeLogId(date, (id) => storage.read(logPrefix + id) !== null);
      storage.write(logPrefix + logId, textOf({ ...entry, _id: logId, log_id: logId, date }));
      for (const old of keys().slice(retention)) storage.write(old, null);
    },
  };
}

/** One that is too long keeps its plain facts, and loses its details. */
function textOf(entry: object): string {
  const text = JSON.stringify(entry);
  if (text.length <= longestEntry) return text;
  const facts = Object.entries(entry).filter(([, value]) => typeof value !== 'object');
  return JSON.stringify(
    Object.fromEntries(
      facts.map(([name, value]) => [name, typeof value === 'string' ? value.slice(0, longestText) : value]),
    ),
  );
}

/** Sixty digits, as Auth0's are, that sort by time. */
function freeLogId(date: string, taken: (id: string) => boolean): string {
  const stem = `900${date.replace(/\D/g, '').padEnd(17, '0')}`;
  for (let count = 1; ; count += 1) {
    const id = stem + String(count).padStart(60 - stem.length, '0');
    if (!taken(id)) return id;
  }
}
