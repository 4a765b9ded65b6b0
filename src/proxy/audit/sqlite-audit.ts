import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { AuditAct, AuditLog } from './audit-log.ts';

/** An audit log in a file of this machine. */
export interface SqliteAudit extends AuditLog {
  /** After it, every call throws. */
  close(): void;
}

const schema = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA busy_timeout = 2000;
  CREATE TABLE IF NOT EXISTS audit (
    id TEXT PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    organization TEXT,
    act TEXT NOT NULL,
    target TEXT,
    before TEXT,
    after TEXT,
    request_id TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT 'unknown',
    problem TEXT,
    ended_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS audit_by_organization ON audit (organization, at);
`;

/**
 * Opens the log, creating the file and its folder. Rows whose act nobody saw end read `unknown`.
 *
 * @param file - path of the database, from the working directory; `:memory:` keeps nothing.
 * @throws when the file cannot be opened or written.
 */
export function createSqliteAudit(file: string): SqliteAudit {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file);
  database.exec(schema);
  const insert = database.prepare(
    `INSERT INTO audit (id, at, actor, organization, act, target, before, after, request_id, outcome, problem, ended_at)
     VALUES (:id, :at, :actor, :organization, :act, :target, :before, :after, :requestId, :outcome, :problem, :endedAt)`,
  );
  // An outcome is written once.
  const end = database.prepare(
    `UPDATE audit SET outcome = :outcome, problem = :problem, ended_at = :at WHERE id = :id AND outcome = 'unknown'`,
  );
  function add(
    act: AuditAct,
    ending: { outcome: string; problem: string | null; endedAt: number | null },
  ): string {
    const id = crypto.randomUUID();
    insert.run({ ...act, before: json(act.before), after: json(act.after), id, ...ending });
    return id;
  }
  return {
    begin: async (act) => add(act, { outcome: 'unknown', problem: null, endedAt: null }),
    async complete(id, { outcome, at, problem = null }) {
      end.run({ id, outcome, at, problem });
    },
    async refuse(act, problem) {
      add(act, { outcome: 'refused', problem, endedAt: act.at });
    },
    close: () => database.close(),
  };
}

function json(value: Record<string, unknown> | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
