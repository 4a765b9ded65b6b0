import type { LogEntry } from './model.ts';
import type { TenantStorage } from './storage.ts';

/** How many entries are kept before the oldest go, as Auth0's plans forget by days. A browser's storage is small. */
const retention = 1000;
const prefix = 'logs/';

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
  const keys = () => storage.keys(prefix).sort().reverse();
  const all = () => keys().flatMap(entryAt);
  return {
    all,
    of: (userId) => all().filter((entry) => entry.user_id === userId),
    add(entry) {
      const date = entry.date ?? new Date(now()).toISOString();
      const logId = freeLogId(date, (id) => storage.read(prefix + id) !== null);
      storage.write(prefix + logId, JSON.stringify({ ...entry, _id: logId, log_id: logId, date }));
      for (const old of keys().slice(retention)) storage.write(old, null);
    },
  };
}

/** Sixty digits, as Auth0's are, that sort by time. */
function freeLogId(date: string, taken: (id: string) => boolean): string {
  const stem = `900${date.replace(/\D/g, '').padEnd(17, '0')}`;
  for (let count = 1; ; count += 1) {
    const id = stem + String(count).padStart(60 - stem.length, '0');
    if (!taken(id)) return id;
  }
}
