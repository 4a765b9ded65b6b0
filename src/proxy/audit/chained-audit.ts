import type { AuditAct, AuditFilter, DurableAudit } from './audit-log.ts';
import { type ChainHead, chainOf, type EntryContent, entryColumns, folded } from './chain-entry.ts';
import { keptAct, keptEnd, rowOf } from './record.ts';
import { cleanText } from './redact.ts';

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

/** Of an act that made someone, the end knows him. */
function either(column: string): string {
  return column.startsWith('target') ? `COALESCE(b.${column}, e.${column})` : `b.${column}`;
}

type Condition = [value: string | number | undefined, sql: (placeholder: string) => string];

function listStatement(filter: AuditFilter, page: { limit: number; before?: number }) {
  const values: (string | number)[] = [];
  const bound = (value: string | number) => `$${values.push(value)}`;
  const person = (column: 'actor' | 'target', wanted: string | undefined): string[] =>
    wanted === undefined
      ? []
      : [
          `(${either(column)} = ${bound(cleanText(wanted))} OR ${either(`${column}_name`)} LIKE ${bound(containing(wanted))} ESCAPE '\\')`,
        ];
  const conditions: Condition[] = [
    [page.before, (value) => `b.seq < ${value}`],
    [filter.act && cleanText(filter.act), (value) => `b.act = ${value}`],
    [filter.outcome, (value) => `COALESCE(e.outcome, b.outcome) = ${value}`],
    [filter.from, (value) => `b.at >= ${value}`],
    [filter.to, (value) => `b.at < ${value}`],
  ];
  const where = [
    `b.chain = ${bound(chainOf(filter.organization))}`,
    `b.kind <> 'complete'`,
    ...person('actor', filter.actor),
    ...person('target', filter.target),
    ...conditions.flatMap(([value, sql]) => (value === undefined ? [] : [sql(bound(value))])),
  ];
  const sql = `SELECT b.payload AS begun, e.payload AS ended
    FROM audit_entries b LEFT JOIN audit_entries e ON e.id = b.id AND e.kind = 'complete' AND e.chain = b.chain
    WHERE ${where.join(' AND ')} ORDER BY b.seq DESC LIMIT ${bound(page.limit)}`;
  return { sql, values };
}

function containing(text: string): string {
  return `%${folded(cleanText(text)).replace(/[\\%_]/g, '\\$&')}%`;
}

export function placeholders(): string {
  return entryColumns.map((_, index) => `$${index + 1}`).join(', ');
}

/** The head as a database gives it. */
export function headIn(row: Record<string, unknown> | undefined): ChainHead | null {
  return row ? { seq: Number(row.seq), hash: String(row.hash) } : null;
}
