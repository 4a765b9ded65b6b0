import type { AuditAct, DurableAudit } from './audit-log.ts';
import { type ChainHead, chainOf, type EntryContent, entryColumns } from './chain-entry.ts';
import { listStatement } from './list-statement.ts';
import { keptAct, keptEnd, rowOf } from './record.ts';

/** A database that keeps chains. Statements are SQL that every engine of ours understands, values `$1`, `$2` and so on. */
export interface ChainStore {
  /**
   * Adds an entry at the end of a chain, while nobody else can: it is kept when the promise fulfils, and not at all
   * when there is one of the same id and kind already.
   */
  append(chain: string, content: EntryContent): Promise<void>;
  query(sql: string, values: readonly (string | number | null)[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** An audit log whose rows are entries of hash chains: nothing in it is ever changed, only added. */
export function chainedAudit(store: ChainStore): DurableAudit {
  async function add(
    kind: 'begin' | 'refuse' | 'signIn',
    id: string,
    act: AuditAct,
    rest: object,
  ): Promise<void> {
    const content = { ...keptAct(act), ...rest, kind, id };
    await store.append(chainOf(act.organization), content);
  }
  return {
    async begin(act, id = crypto.randomUUID()) {
      await add('begin', id, act, { outcome: 'unknown' });
      return id;
    },
    async complete(id, end) {
      const sql = `SELECT chain FROM audit_entries WHERE id = $1 AND kind = 'begin'`;
      const [begun] = await store.query(sql, [id]);
      if (!begun) throw new Error('The act was never begun');
      await store.append(String(begun.chain), { ...keptEnd(end), kind: 'complete', id });
    },
    refuse: (act, problem) => add('refuse', crypto.randomUUID(), act, { outcome: 'refused', problem }),
    signIn: (id, act) => add('signIn', id, act, { outcome: 'done' }),
    async list(filter, page) {
      const { sql, values } = listStatement(filter, page);
      const rows = await store.query(sql, values);
      return rows.map(({ begun, ended }) => rowOf(String(begun), ended === null ? null : String(ended)));
    },
    close: () => store.close(),
  };
}

export function placeholders(): string {
  return entryColumns.map((_, index) => `$${index + 1}`).join(', ');
}

/** The head as a database gives it. */
export function headIn(row: Record<string, unknown> | undefined): ChainHead | null {
  return row ? { seq: Number(row.seq), hash: String(row.hash) } : null;
}
