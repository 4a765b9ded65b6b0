import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptySchema, startPostgres } from '#tests/support/postgres.ts';
import type { AuditAct } from './audit-log.ts';
import { chainOf, hashOf } from './chain-entry.ts';
import { type ChainStore, chainedAudit } from './chained-audit.ts';
import { openPostgresStore } from './postgres-audit.ts';
import { openSqliteStore } from './sqlite-audit.ts';
import { type ChainReport, verifyChains } from './verify-chain.ts';

vi.setConfig({ testTimeout: 30_000 });

const act: AuditAct = {
  requestId: 'request',
  at: 1_000,
  actor: 'auth0|admin',
  organization: 'Acme',
  act: 'setUserBlocked',
  target: 'auth0|1',
};
const chain = chainOf('Acme');

const postgres = startPostgres();
afterAll(() => {
  if ('url' in postgres) postgres.stop();
});

let folder = '';
let stores: ChainStore[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chain-'));
});
afterEach(async () => {
  await Promise.all(stores.map((store) => store.close()));
  stores = [];
  rmSync(folder, { recursive: true });
});

function sqliteUrl(): string {
  return `file:${join(folder, 'audit.db')}`;
}

async function openStore(engine: string, url: string): Promise<ChainStore> {
  if (engine === 'SQLite') return keep(openSqliteStore(url.slice('file:'.length)));
  const store = keep(openPostgresStore(url));
  await store.makeTables();
  return store;
}

function keep<Store extends ChainStore>(store: Store): Store {
  stores.push(store);
  return store;
}

/** A log with six entries of Acme and one of another organization. */
async function startLog(engine: string) {
  const url = engine === 'SQLite' ? sqliteUrl() : await emptySchema(postgres);
  const store = await openStore(engine, url);
  const audit = chainedAudit(store);
  for (const target of ['auth0|1', 'auth0|2', 'auth0|3']) {
    const id = await audit.begin({ ...act, target });
    await audit.complete(id, { outcome: 'done', at: 1_001 });
  }
  await audit.begin({ ...act, organization: 'Globex' });
  const tamper = (sql: string, ...values: (string | number)[]) => store.query(sql, values);
  return { url, store, audit, tamper };
}

async function reports(store: ChainStore, expected?: Map<string, string[]>): Promise<ChainReport[]> {
  const found: ChainReport[] = [];
  for await (const report of verifyChains(store, expected)) found.push(report);
  return found;
}

type Log = Awaited<ReturnType<typeof startLog>>;

async function entry(log: Log, seq: number) {
  const [row] = await log.store.query('SELECT * FROM audit_entries WHERE chain = $1 AND seq = $2', [
    chain,
    seq,
  ]);
  return {
    ...row,
    payload: String(row?.payload),
    prev_hash: String(row?.prev_hash),
    hash: String(row?.hash),
  };
}

/** Writes an entry anew, with a hash that fits it. */
async function reseal(log: Log, seq: number, change: (payload: string) => string, previous?: string) {
  const { payload, prev_hash } = await entry(log, seq);
  const [text, link] = [change(payload), previous ?? prev_hash];
  await log.tamper(
    'UPDATE audit_entries SET payload = $1, prev_hash = $2, hash = $3, target = $4 WHERE chain = $5 AND seq = $6',
    text,
    link,
    hashOf(link, text),
    String(JSON.parse(text).target),
    chain,
    seq,
  );
}

const forged = `INSERT INTO audit_entries (chain, seq, kind, id, at, outcome, payload, prev_hash, hash)
  VALUES ($1, $2, 'refuse', 'forged', 1, 'refused', $3, $4, $5)`;

async function forge(log: Log, seq: number, previous: string) {
  const payload = `{"at":1,"chain":${JSON.stringify(chain)},"id":"forged","kind":"refuse","outcome":"refused","seq":${seq}}`;
  await log.tamper(forged, chain, seq, payload, previous, hashOf(previous, payload));
}

const attacks: [string, (log: Log) => Promise<unknown>, ChainReport['fault']][] = [
  ['nothing', async () => {}, null],
  [
    'a changed payload',
    ({ tamper }) =>
      tamper(
        `UPDATE audit_entries SET payload = REPLACE(payload, 'auth0|2', 'auth0|9') WHERE seq = 3 AND chain = $1`,
        chain,
      ),
    { kind: 'changed', seq: 3 },
  ],
  [
    'a changed column, by which rows are found',
    ({ tamper }) => tamper(`UPDATE audit_entries SET target = 'auth0|9' WHERE seq = 3 AND chain = $1`, chain),
    { kind: 'changed', seq: 3 },
  ],
  [
    'a changed outcome',
    ({ tamper }) => tamper(`UPDATE audit_entries SET outcome = 'failed' WHERE seq = 4 AND chain = $1`, chain),
    { kind: 'changed', seq: 4 },
  ],
  [
    'an entry written anew with a hash that fits it',
    (log) => reseal(log, 3, (payload) => payload.replace('auth0|2', 'auth0|9')),
    { kind: 'changed', seq: 3 },
  ],
  [
    'the last entry written anew',
    (log) => reseal(log, 6, (payload) => payload.replace('done', 'failed')),
    { kind: 'changed', seq: 6 },
  ],
  [
    'a missing entry',
    ({ tamper }) => tamper('DELETE FROM audit_entries WHERE chain = $1 AND seq = 3', chain),
    { kind: 'missing', seq: 3 },
  ],
  [
    'a missing first entry',
    ({ tamper }) => tamper('DELETE FROM audit_entries WHERE chain = $1 AND seq = 1', chain),
    { kind: 'missing', seq: 1 },
  ],
  [
    'a missing last entry',
    ({ tamper }) => tamper('DELETE FROM audit_entries WHERE chain = $1 AND seq = 6', chain),
    { kind: 'missing', seq: 6 },
  ],
  [
    'all entries missing',
    ({ tamper }) => tamper('DELETE FROM audit_entries WHERE chain = $1', chain),
    { kind: 'missing', seq: 1 },
  ],
  [
    'a missing entry, with the others numbered anew',
    async ({ tamper }) => {
      await tamper('DELETE FROM audit_entries WHERE chain = $1 AND seq = 3', chain);
      for (const seq of [4, 5, 6])
        await tamper('UPDATE audit_entries SET seq = $1 WHERE chain = $2 AND seq = $3', seq - 1, chain, seq);
    },
    { kind: 'missing', seq: 3 },
  ],
  [
    'two entries that changed places',
    async ({ tamper }) => {
      for (const [from, to] of [
        [3, 99],
        [5, 3],
        [99, 5],
      ] as const)
        await tamper('UPDATE audit_entries SET seq = $1 WHERE chain = $2 AND seq = $3', to, chain, from);
    },
    { kind: 'reordered', seq: 3 },
  ],
  [
    'an entry added in the middle',
    async (log) => {
      for (const seq of [6, 5, 4, 3])
        await log.tamper(
          'UPDATE audit_entries SET seq = $1 WHERE chain = $2 AND seq = $3',
          seq + 1,
          chain,
          seq,
        );
      await forge(log, 3, (await entry(log, 2)).hash);
    },
    { kind: 'added', seq: 4 },
  ],
  ['an entry added before the first', (log) => forge(log, 0, '0'.repeat(64)), { kind: 'added', seq: 0 }],
  [
    'an entry added at the end',
    async (log) => forge(log, 7, (await entry(log, 6)).hash),
    { kind: 'added', seq: 7 },
  ],
  [
    'an entry put into another chain',
    async ({ tamper }) => {
      await tamper(`DELETE FROM audit_entries WHERE chain = $1`, chainOf('Globex'));
      await tamper(
        `UPDATE audit_entries SET chain = $1 WHERE chain = $2 AND seq = 1`,
        chainOf('Globex'),
        chain,
      );
    },
    { kind: 'missing', seq: 1 },
  ],
  [
    'a head set back with its entries',
    async (log) => {
      await log.tamper('DELETE FROM audit_entries WHERE chain = $1 AND seq > 4', chain);
      await log.tamper('UPDATE audit_heads SET seq = 4 WHERE chain = $1', chain);
    },
    { kind: 'head', seq: 4 },
  ],
  [
    'a head that is gone',
    ({ tamper }) => tamper('DELETE FROM audit_heads WHERE chain = $1', chain),
    { kind: 'head', seq: 6 },
  ],
];

describe.each(['SQLite', 'Postgres'])('verification of %s', (engine) => {
  const missing = engine === 'Postgres' && 'missing' in postgres ? postgres.missing : null;
  if (missing !== null) it.skip(`is not tested here: ${missing}`);
  const test = it.skipIf(missing !== null);

  test.for(attacks)('finds %s', async ([, attack, fault]) => {
    const log = await startLog(engine);

    await attack(log);

    const found = (await reports(log.store)).find((report) => report.chain === chain);
    expect(found?.fault ?? null).toEqual(fault);
  });

  test('finds a log that was rewritten as a whole by a head that was noted before', async () => {
    const log = await startLog(engine);
    const noted = (await entry(log, 4)).hash;
    const expected = new Map([[chain, [noted]]]);
    const before = await reports(log.store, expected);

    await log.tamper('DELETE FROM audit_entries WHERE chain = $1', chain);
    await log.tamper('DELETE FROM audit_heads WHERE chain = $1', chain);
    await chainedAudit(log.store).begin(act);

    const after = await reports(log.store, expected);
    expect([before, after].map((found) => found.map(({ fault, unmet }) => [fault, unmet]))).toEqual([
      [
        [null, []],
        [null, []],
      ],
      [
        [null, [noted]],
        [null, []],
      ],
    ]);
  });

  test('keeps the chain whole when several proxies append at once', async () => {
    const url = engine === 'SQLite' ? sqliteUrl() : await emptySchema(postgres);
    const proxies = await Promise.all(
      [1, 2, 3, 4].map(async () => chainedAudit(await openStore(engine, url))),
    );

    await Promise.all(
      proxies.flatMap((audit, proxy) =>
        // Fewer at a time than connections: on a busy machine, who queues for one is soon sent away.
        Array.from({ length: 5 }, async (_, lane) => {
          for (let turn = lane; turn < 25; turn += 5) {
            const id = await audit.begin({ ...act, requestId: `${proxy}-${turn}` });
            await audit.signIn(`sign-in-${turn}`, { ...act, act: 'signIn' });
            await audit.complete(id, { outcome: 'done', at: 2_000 });
          }
        }),
      ),
    );

    const [report] = await reports(await openStore(engine, url));
    expect(report).toMatchObject({ entries: 225, head: { seq: 225 }, fault: null });
  });

  test('says so while entries are being added', async () => {
    const log = await startLog(engine);
    const adding = (async () => {
      for (let turn = 0; turn < 200; turn += 1) await log.audit.begin(act);
    })();

    const faults: unknown[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      for (const { fault } of await reports(log.store)) faults.push(fault);
    }
    await adding;

    expect(new Set(faults)).toEqual(new Set([null]));
  });
});

function command(...args: string[]) {
  const file = fileURLToPath(new URL('audit-command.ts', import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

it('tells on the command line that all is as it was written, and each head to note', async () => {
  const { url, store } = await startLog('SQLite');
  const [acme] = await reports(store);

  const { status, stdout } = command('verify', '--url', url, '--expect', `Acme=${acme?.head.hash}`);

  expect(status).toBe(0);
  expect(stdout).toBe(
    `ok    "Acme": 6 entries, head 6 ${acme?.head.hash}\n` +
      `ok    "Globex": 1 entries, head 1 ${(await reports(store))[1]?.head.hash}\n` +
      'Everything is as it was written (2 logs).\n',
  );
});

it.skipIf('missing' in postgres)('walks a log in Postgres from the command line', async () => {
  const { url } = await startLog('Postgres');

  const { status, stdout } = command('verify', '--url', url);

  expect([status, stdout]).toEqual([0, expect.stringContaining('Everything is as it was written (2 logs).')]);
});

it('tells on the command line what is wrong, and exits with 1', async () => {
  const { url, tamper } = await startLog('SQLite');
  await tamper('DELETE FROM audit_entries WHERE chain = $1 AND seq = 2', chain);

  const { status, stdout } = command('verify', '--url', url, '--expect', `Initech=${'0'.repeat(64)}`);

  expect(status).toBe(1);
  expect(stdout).toContain('WRONG "Acme": 2 entries');
  expect(stdout).toContain('Entry 2 is missing (missing).');
  expect(stdout).toContain('2 of 3 logs are not as written.');
});

it.each([
  [['verify', '--url', 'file:/nowhere/audit.db'], 1, 'The audit log /nowhere/audit.db cannot be opened'],
  [['check'], 2, 'Say what to do: verify.'],
  [['verify', '--expect', 'x'], 2, '--expect: use organization=hash'],
  [['verify', '--what'], 2, "Unknown option '--what'"],
])('explains on the command line what it cannot do: %j', (args, code, words) => {
  const { status, stderr } = command(...args);

  expect(status).toBe(code);
  expect(stderr).toContain(words);
});
