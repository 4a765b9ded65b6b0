import pg from 'pg';
import type { DurableAudit } from './audit-log.ts';
import { entryColumns, nextEntry, noHead } from './chain-entry.ts';
import { type ChainStore, chainedAudit, headIn, placeholders } from './chained-audit.ts';

/** A log that does not answer is no log: the act waits for it, and the admin for the act. */
const limits = {
  max: 8,
  connectionTimeoutMillis: 2_000,
  idleTimeoutMillis: 30_000,
  query_timeout: 6_000,
  statement_timeout: 5_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** Any number, the same for all proxies. */
const schemaLock = 7_283_401_915;

/** Never updated, never deleted from: `audit_heads` alone moves on. Ids and names are compared byte by byte. */
const schema = `
  CREATE TABLE audit_entries (
    chain text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    actor text COLLATE "C",
    actor_name text COLLATE "C",
    act text COLLATE "C",
    target text COLLATE "C",
    target_name text COLLATE "C",
    outcome text COLLATE "C",
    payload text NOT NULL,
    prev_hash text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    PRIMARY KEY (chain, seq)
  );
  CREATE UNIQUE INDEX audit_entries_once ON audit_entries (id, kind);
  CREATE INDEX audit_entries_by_time ON audit_entries (chain, at);
  CREATE INDEX audit_entries_by_actor ON audit_entries (chain, actor, seq);
  CREATE INDEX audit_entries_by_target ON audit_entries (chain, target, seq);
  CREATE TABLE audit_heads (
    chain text COLLATE "C" PRIMARY KEY,
    seq bigint NOT NULL,
    hash text COLLATE "C" NOT NULL
  );
`;

/** Locks the chain's head until the transaction ends: proxies append one after the other. */
const takeHead = `
  INSERT INTO audit_heads (chain, seq, hash) VALUES ($1, $2, $3)
  ON CONFLICT (chain) DO UPDATE SET chain = excluded.chain RETURNING seq, hash
`;

const addEntry = `
  WITH added AS (
    INSERT INTO audit_entries (${entryColumns.join(', ')}) VALUES (${placeholders()})
    ON CONFLICT (id, kind) DO NOTHING RETURNING chain, seq, hash
  )
  UPDATE audit_heads SET seq = added.seq, hash = added.hash FROM added WHERE audit_heads.chain = added.chain
`;

/**
 * Opens the log in a Postgres database, which any number of proxies may share. Its tables are made when they are not
 * there; when they are, rights to read and insert, and to update `audit_heads`, are enough.
 *
 * @param url - `postgres://…`, as libpq writes it.
 * @throws when the database cannot be reached or refuses.
 */
export async function createPostgresAudit(url: string): Promise<DurableAudit> {
  const store = openPostgresStore(url);
  try {
    await store.makeTables();
  } catch (error) {
    await store.close();
    throw error;
  }
  return chainedAudit(store);
}

export function openPostgresStore(url: string): ChainStore & { makeTables(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, application_name: 'steward-audit', ...limits });
  // A connection that breaks while it is idle is replaced; whoever needs one hears of it.
  pool.on('error', () => {});

  async function inTransaction(act: (client: pg.PoolClient) => Promise<unknown>): Promise<void> {
    const client = await pool.connect();
    let broken: Error | undefined;
    // A connection that breaks says so twice: to whoever waits for a query, and as an event that nobody may leave unheard.
    const onBreak = (error: Error) => {
      broken = error;
    };
    client.on('error', onBreak);
    try {
      await client.query('BEGIN');
      await act(client);
      await client.query('COMMIT');
    } catch (error) {
      broken = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      client.off('error', onBreak);
      // A connection that failed in the middle is closed, which also takes the transaction back.
      client.release(broken);
    }
  }

  return {
    append: (chain, content) =>
      inTransaction(async (client) => {
        const taken = await client.query(takeHead, [chain, noHead.seq, noHead.hash]);
        const entry = nextEntry(chain, headIn(taken.rows[0]) ?? noHead, content);
        await client.query(
          addEntry,
          entryColumns.map((column) => entry[column]),
        );
      }),
    makeTables: () =>
      inTransaction(async (client) => {
        await client.query('SELECT pg_advisory_xact_lock($1)', [schemaLock]);
        const found = await client.query(`SELECT to_regclass('audit_entries') IS NOT NULL AS there`);
        if (found.rows[0]?.there !== true) await client.query(schema);
      }),
    query: async (sql, values) => (await pool.query(sql, [...values])).rows,
    close: () => pool.end(),
  };
}
