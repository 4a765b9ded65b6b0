import { type AuditEnd, type AuditEntry, type AuditFilter, type AuditLog, isUserId } from './audit-log.ts';
import { keptAct, keptEnd } from './record.ts';

/** An audit log that lives as long as the page or the test; at most its newest 10,000 rows. */
export interface MemoryAudit extends AuditLog {
  /** All, oldest first. */
  readonly rows: readonly AuditEntry[];
  /** Acts and refusals, oldest first. */
  readonly entries: readonly AuditEntry[];
  /** Oldest first. */
  readonly signIns: readonly AuditEntry[];
}

const maximum = 10_000;

/** @param earlier - rows of another such log that this one goes on from. */
export function createMemoryAudit(earlier: readonly AuditEntry[] = []): MemoryAudit {
  const rows = [...earlier];
  const entries = rows.filter(({ act }) => act !== 'signIn');
  const signIns = rows.filter(({ act }) => act === 'signIn');
  let position = rows.at(-1)?.position ?? 0;

  function add(entry: Omit<AuditEntry, 'id' | 'position'>, id: string, into: AuditEntry[]): string {
    position += 1;
    const row = { ...entry, ...keptAct(entry), id, position };
    for (const list of [rows, into]) {
      list.push(row);
      if (list.length > maximum) list.shift();
    }
    return id;
  }

  return {
    rows,
    entries,
    signIns,
    async begin(act, id = crypto.randomUUID()) {
      const isKept = entries.some((entry) => entry.id === id);
      return isKept ? id : add({ ...act, outcome: 'unknown' }, id, entries);
    },
    async complete(id, end) {
      const entry = entries.find((candidate) => candidate.id === id);
      if (entry && entry.endedAt === undefined) Object.assign(entry, endOf(end));
    },
    async refuse(act, problem) {
      add({ ...act, outcome: 'refused', problem, endedAt: act.at }, crypto.randomUUID(), entries);
    },
    async signIn(id, act) {
      if (!signIns.some((row) => row.id === id))
        add({ ...act, outcome: 'done', endedAt: act.at }, id, signIns);
    },
    async list(filter, { limit, before = Number.POSITIVE_INFINITY }) {
      const matching = rows.filter((row) => row.position < before && matches(row, filter));
      return matching.slice(-limit).reverse();
    },
  };
}

function endOf(end: AuditEnd): Partial<AuditEntry> {
  const { at, target, targetName, after, ...rest } = keptEnd(end);
  return {
    ...rest,
    endedAt: at,
    ...(target !== undefined && { target, targetName }),
    ...(after && { after }),
  };
}

function matches(row: AuditEntry, filter: AuditFilter): boolean {
  const { organization, actor, target, act, outcome, from, to } = filter;
  return (
    row.organization === organization &&
    isOrIsCalled(actor, row.actor, row.actorName) &&
    isOrIsCalled(target, row.target, row.targetName) &&
    (act === undefined || row.act === act) &&
    (outcome === undefined || row.outcome === outcome) &&
    (from === undefined || row.at >= from) &&
    (to === undefined || row.at < to)
  );
}

function isOrIsCalled(wanted: string | undefined, id: string | null, name: string | undefined): boolean {
  if (wanted === undefined) return true;
  if (isUserId(wanted)) return id === wanted;
  return name?.toLowerCase().includes(wanted.toLowerCase()) ?? false;
}
