import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { DurableAudit } from './audit-log.ts';
import { entryColumns, nextEntry, noHead } from './chain-entry.ts';
import { type ChainStore, chainedAudit, headIn, placeholders } from './chained-audit.ts';
import { takeOverRows } from './sqlite-take-over.ts';

/** Milliseconds that an entry waits for a log which another program has locked. */
const patienceMs = 2_000;
const pauseMs = 25;

const settings = `
  PRAGMA busy_timeout = ${patienceMs};
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
`;

/** Never updated, never deleted from: `audit_heads` alone moves on. */
const schema = `
  CREATE TABLE IF NOT EXISTS audit_entries (
    chain TEXT NOT NULL,
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    actor TEXT,
    actor_name TEXT,
    act TEXT,
    target TEXT,
    target_name TEXT,
    outcome TEXT,
    payload TEXT NOT NULL,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (chain, seq)
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS audit_entries_once ON audit_entries (id, kind);
  CREATE INDEX IF NOT EXISTS audit_entries_by_time ON audit_entries (chain, at);
  CREATE INDEX IF NOT EXISTS audit_entries_by_actor ON audit_entries (chain, actor, seq);
  CREATE INDEX IF NOT EXISTS audit_entries_by_target ON audit_entries (chain, target, seq);
  CREATE TABLE IF NOT EXISTS audit_heads (
    chain TEXT PRIMARY KEY,
    seq INTEGER NOT NULL,
    hash TEXT NOT NULL
  ) STRICT;
`;

/**
 * Opens the log in a file of this machine, creating the file and its folder; rows of an older log join the chains.
 *
 * @param file - path of the database, from the working directory; `:memory:` keeps nothing.
 * @throws when the file cannot be opened or written.
 */
export function createSqliteAudit(file: string): DurableAudit {
  return chainedAudit(openSqliteStore(file));
}

/** @param options.readOnly - changes nothing, not even an older log; the file must be there. */
export function openSqliteStore(file: string, options: { readOnly?: boolean } = {}): ChainStore {
  const { readOnly = false } = options;
  if (file !== ':memory:' && !readOnly) mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { readOnly });
  const store = sqliteStore(database);
  if (readOnly) return store;
  database.exec(settings);
  alone(database, () => {
    database.exec(schema);
    takeOverRows(database, (chain, content) => appendIn(database, chain, content));
  });
  // From now on others are served meanwhile: SQLite itself would stop the whole process while it waits.
  database.exec('PRAGMA busy_timeout = 0');
  return store;
}

function sqliteStore(database: DatabaseSync): ChainStore {
  return {
    append: (chain, content) => patiently(() => alone(database, () => appendIn(database, chain, content))),
    query: async (sql, values) => database.prepare(sql).all(named(values)),
    close: async () => database.close(),
  };
}

/** Tries again while another program writes. */
async function patiently(act: () => void): Promise<void> {
  const end = performance.now() + patienceMs;
  for (;;) {
    try {
      return act();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error;
    }
    await pause(pauseMs);
  }
}

/** @see https://www.sqlite.org/rescode.html#busy */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

/** Within a transaction that nobody else can write beside. */
function alone(database: DatabaseSync, act: () => void): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    act();
    database.exec('COMMIT');
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

function appendIn(database: DatabaseSync, ...[chain, content]: Parameters<ChainStore['append']>): void {
  const head = headIn(database.prepare('SELECT seq, hash FROM audit_heads WHERE chain = ?').get(chain));
  const entry = nextEntry(chain, head ?? noHead, content);
  const { changes } = database
    .prepare(
      `INSERT INTO audit_entries (${entryColumns.join(', ')}) VALUES (${placeholders()}) ON CONFLICT (id, kind) DO NOTHING`,
    )
    .run(named(entryColumns.map((column) => entry[column])));
  if (changes === 0) return;
  database
    .prepare(
      `INSERT INTO audit_heads (chain, seq, hash) VALUES (?, ?, ?)
       ON CONFLICT (chain) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`,
    )
    .run(chain, entry.seq, entry.hash);
}

/** SQLite takes `$1` for a name. */
function named(values: readonly SQLInputValue[]): Record<string, SQLInputValue> {
  return Object.fromEntries(values.map((value, index) => [`$${index + 1}`, value]));
}
