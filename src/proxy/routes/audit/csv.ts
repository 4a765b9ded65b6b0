import type { AuditRow } from '#contract/audit.ts';

type Column = [name: string, value: (row: AuditRow) => string | undefined];

const columns: readonly Column[] = [
  ['at', (row) => row.at],
  ['actor_id', (row) => row.actor.user_id],
  ['actor_name', (row) => row.actor.name],
  ['actor_roles', (row) => row.actor.roles?.join(', ')],
  ['ip', (row) => row.actor.ip],
  ['user_agent', (row) => row.actor.user_agent],
  ['act', (row) => row.act],
  ['target_id', (row) => row.target?.user_id],
  ['target_name', (row) => row.target?.name],
  ['outcome', (row) => row.outcome],
  ['problem', (row) => row.problem],
  ['reason', (row) => row.reason],
  ['before', (row) => row.before && JSON.stringify(row.before)],
  ['after', (row) => row.after && JSON.stringify(row.after)],
  ['ended_at', (row) => row.ended_at],
  ['request_id', (row) => row.request_id],
];

/**
 * Where a cell begins, or would for a spreadsheet that takes semicolons or tabs between cells: it knows quotes at the
 * beginning of a cell alone. Blanks, quotes and characters that nobody sees may stand before the formula.
 */
const formula = /(^|[;\t\r\n])(?=["\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/gu;

/** The mark at the beginning tells Excel that this is UTF-8. */
export const csvHead = `\ufeff${line(columns.map(([name]) => name))}`;

/** One row of the table. @see https://www.rfc-editor.org/rfc/rfc4180 */
export function csvLine(row: AuditRow): string {
  return line(columns.map(([, value]) => value(row) ?? ''));
}

function line(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/**
 * What begins like a formula gets an apostrophe before it: a spreadsheet then shows it and does not run it.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(text: string): string {
  const safe = text.replace(formula, "$1'");
  return /[",\r\n;\t]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
