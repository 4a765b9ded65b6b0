import type { AuditEntry, AuditLog } from './audit-log.ts';

/** An audit log that lives as long as the page or the test; its newest rows, at most 10,000, are in `entries`. */
export interface MemoryAudit extends AuditLog {
  /** Oldest first. */
  readonly entries: readonly AuditEntry[];
}

const maximum = 10_000;

export function createMemoryAudit(): MemoryAudit {
  const entries: AuditEntry[] = [];
  function add(entry: Omit<AuditEntry, 'id'>): string {
    const id = crypto.randomUUID();
    entries.push({ ...entry, id });
    if (entries.length > maximum) entries.shift();
    return id;
  }
  return {
    entries,
    begin: async (act) => add({ ...act, outcome: 'unknown' }),
    async complete(id, { outcome, at, problem }) {
      const entry = entries.find((candidate) => candidate.id === id);
      if (entry) Object.assign(entry, { outcome, endedAt: at, problem });
    },
    async refuse(act, problem) {
      add({ ...act, outcome: 'refused', problem, endedAt: act.at });
    },
  };
}
