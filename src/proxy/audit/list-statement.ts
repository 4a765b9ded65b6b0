import { type AuditFilter, isUserId } from './audit-log.ts';
import { chainOf, folded } from './chain-entry.ts';
import { cleanText } from './redact.ts';

type Bind = (value: string | number) => string;

type Condition = [value: string | number | undefined, sql: (placeholder: string) => string];

/** The newest rows of a chain first: each as it began (`b`), and as it ended (`e`) where that is known. */
export function listStatement(filter: AuditFilter, page: { limit: number; before?: number }) {
  const values: (string | number)[] = [];
  const bound: Bind = (value) => `$${values.push(value)}`;
  const chain = bound(chainOf(filter.organization));
  const conditions: Condition[] = [
    [page.before, (value) => `b.seq < ${value}`],
    [filter.act && cleanText(filter.act), (value) => `b.act = ${value}`],
    [filter.outcome, (value) => `COALESCE(e.outcome, b.outcome) = ${value}`],
    [filter.from, (value) => `b.at >= ${value}`],
    [filter.to, (value) => `b.at < ${value}`],
  ];
  const target = byTarget(filter.target, chain, bound);
  const where = [
    `b.kind <> 'complete'`,
    ...(filter.actor === undefined ? [] : [byActor(cleanText(filter.actor), bound)]),
    ...target.where,
    ...conditions.flatMap(([value, sql]) => (value === undefined ? [] : [sql(bound(value))])),
  ];
  const sql = `SELECT b.payload AS begun, e.payload AS ended FROM ${target.from} audit_entries b
    LEFT JOIN audit_entries e ON e.id = b.id AND e.kind = 'complete' AND e.chain = b.chain
    WHERE ${where.join(' AND ')} ORDER BY b.seq DESC LIMIT ${bound(page.limit)}`;
  return { sql, values };
}

/** An id is found by an index; a part of a name takes a walk through the chain. */
function byActor(wanted: string, bound: Bind): string {
  return isUserId(wanted) ? `b.actor = ${bound(wanted)}` : contains('b.actor_name', wanted, bound);
}

/** Of an act that made someone, only its end knows him. Holds the rows to the chain as well. */
function byTarget(target: string | undefined, chain: string, bound: Bind): { from: string; where: string[] } {
  if (target === undefined) return { from: '', where: [`b.chain = ${chain}`] };
  const wanted = cleanText(target);
  if (!isUserId(wanted)) {
    const named = contains('COALESCE(e.target_name, b.target_name)', wanted, bound);
    return { from: '', where: [`b.chain = ${chain}`, named] };
  }
  const his = `SELECT DISTINCT id FROM audit_entries WHERE chain = ${chain} AND target = ${bound(wanted)}`;
  // By CROSS and || SQLite begins with his few rows, and does not walk the chain to find them.
  return { from: `(${his}) AS his CROSS JOIN`, where: ['b.id = his.id', `b.chain || '' = ${chain}`] };
}

function contains(column: string, text: string, bound: Bind): string {
  const pattern = `%${folded(text).replace(/[\\%_]/g, '\\$&')}%`;
  return `${column} LIKE ${bound(pattern)} ESCAPE '\\'`;
}
