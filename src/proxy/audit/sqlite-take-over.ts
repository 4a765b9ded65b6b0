import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { type ChainEntry, chainOf, type EntryContent } from './chain-entry.ts';
import { keptAct } from './record.ts';

/** A row of the log as it was before there were chains: one for each act, completed in place. */
const olderRow = z.object({
  id: z.string(),
  at: z.number(),
  actor: z.string(),
  organization: z.string().nullable(),
  act: z.string(),
  target: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
  request_id: z.string(),
  outcome: z.string(),
  problem: z.string().nullable(),
  ended_at: z.number().nullable(),
});
type OlderRow = z.infer<typeof olderRow>;

const json = z.record(z.string(), z.unknown());

/**
 * Puts the rows of an older log on their chains, marked as taken over, and keeps the old table under another name.
 * What was changed before that moment no chain can tell.
 */
export function takeOverRows(
  database: DatabaseSync,
  append: (chain: ChainEntry['chain'], content: EntryContent) => void,
): void {
  const older = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'audit'`).get();
  if (!older) return;
  for (const found of database.prepare('SELECT * FROM audit ORDER BY at, rowid').iterate()) {
    const row = olderRow.parse(found);
    for (const content of contentsOf(row)) append(chainOf(row.organization), content);
  }
  database.exec('ALTER TABLE audit RENAME TO audit_before_chains');
}

function contentsOf(row: OlderRow): EntryContent[] {
  const { id, at, outcome, problem } = row;
  const act = keptAct({
    requestId: row.request_id,
    at,
    actor: row.actor,
    organization: row.organization,
    act: row.act,
    target: row.target,
    before: row.before === null ? undefined : json.parse(JSON.parse(row.before)),
    after: row.after === null ? undefined : json.parse(JSON.parse(row.after)),
  });
  const told = { ...act, id, at, takenOver: true };
  if (outcome === 'refused') return [{ ...told, kind: 'refuse', outcome, problem: problem ?? undefined }];
  const begun: EntryContent = { ...told, kind: 'begin', outcome: 'unknown' };
  if (row.ended_at === null) return [begun];
  const ended = { kind: 'complete' as const, id, at: row.ended_at, outcome, takenOver: true };
  return [begun, { ...ended, problem: problem ?? undefined }];
}
