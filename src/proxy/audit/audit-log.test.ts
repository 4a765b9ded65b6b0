import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptySchema, startPostgres } from '#tests/support/postgres.ts';
import { type AuditAct, type AuditFilter, type AuditLog, auditRows } from './audit-log.ts';
import { createMemoryAudit } from './memory-audit.ts';
import { createPostgresAudit } from './postgres-audit.ts';
import { createSqliteAudit } from './sqlite-audit.ts';

const act: AuditAct = {
  requestId: 'request-1',
  at: 1_000,
  actor: 'auth0|admin',
  actorName: 'Ada Admin',
  roles: ['Administrator'],
  ip: '192.0.2.7',
  userAgent: 'Mozilla/5.0',
  organization: 'Acme "&" Söhne',
  act: 'setUserBlocked',
  target: 'auth0|1',
  targetName: 'Jane Doe',
  before: { blocked: false },
  after: { blocked: true },
  reason: 'He has left',
};
const { organization } = act;

const postgres = startPostgres();
afterAll(() => {
  if ('url' in postgres) postgres.stop();
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const audit of open.splice(0)) await audit.close();
  rmSync(folder, { recursive: true });
});

function remembered<Audit extends { close: () => Promise<void> }>(audit: Audit): Audit {
  open.push(audit);
  return audit;
}

const engines: [string, string | null, () => Promise<AuditLog>][] = [
  ['memory', null, async () => createMemoryAudit()],
  ['SQLite', null, async () => remembered(createSqliteAudit(join(folder, 'deep', 'audit.db')))],
  [
    'Postgres',
    'missing' in postgres ? postgres.missing : null,
    async () => remembered(await createPostgresAudit(await emptySchema(postgres))),
  ],
];

describe.each(engines)('the audit log in %s', (_, missing, start) => {
  // Says why in the report: a missing Postgres must not look like a tested one.
  if (missing !== null) it.skip(`is not tested here: ${missing}`);

  const test = it.skipIf(missing !== null);

  test('has the act on record before it is completed', async () => {
    const audit = await start();

    const id = await audit.begin(act);

    const rows = await audit.list({ organization }, { limit: 10 });
    expect(rows).toEqual([{ ...act, id, position: 1, outcome: 'unknown' }]);
  });

  test('keeps once what several proxies begin at the same time', async () => {
    const audit = await start();

    const ids = await Promise.all([audit.begin(act, 'same'), audit.begin(act, 'same')]);
    await audit.complete('same', { outcome: 'done', at: 1_050 });
    await audit.begin(act, 'same');

    const rows = await audit.list({ organization }, { limit: 10 });
    expect(ids).toEqual(['same', 'same']);
    expect(rows).toMatchObject([{ id: 'same', outcome: 'done' }]);
  });

  test('keeps how the act ended, once', async () => {
    const audit = await start();
    const id = await audit.begin(act);

    await audit.complete(id, { outcome: 'failed', at: 1_050, problem: 'busy' });
    await audit.complete(id, { outcome: 'done', at: 1_100 });

    const [row] = await audit.list({ organization }, { limit: 10 });
    expect(row).toMatchObject({ outcome: 'failed', endedAt: 1_050, problem: 'busy' });
  });

  test('knows whom an act made, and what became of it, when it is done', async () => {
    const audit = await start();
    const id = await audit.begin({ ...act, target: null, targetName: undefined });
    const made = { target: 'auth0|new', targetName: 'Nora New', after: { roles: ['A'] } };

    await audit.complete(id, { outcome: 'done', at: 1_050, ...made });

    const found = await audit.list({ organization, target: 'nora' }, { limit: 10 });
    const byId = await audit.list({ organization, target: 'auth0|new' }, { limit: 10 });
    expect(found).toMatchObject([{ id, ...made, before: act.before }]);
    expect(byId).toEqual(found);
  });

  test('keeps refusals with their problem and the id that was asked for', async () => {
    const audit = await start();

    await audit.refuse({ ...act, target: "x' OR 1=1 --\u0000\ud800", targetName: undefined }, 'outranked');

    const [row] = await audit.list({ organization }, { limit: 10 });
    expect(row).toMatchObject({ outcome: 'refused', problem: 'outranked', target: "x' OR 1=1 --��" });
  });

  test('keeps a sign-in once, however often it is told', async () => {
    const audit = await start();
    const signIn = { ...act, act: 'signIn', target: null };

    await Promise.all([audit.signIn('signin-1', signIn), audit.signIn('signin-1', signIn)]);
    await audit.signIn('signin-1', signIn);
    await audit.signIn('signin-2', signIn);

    const rows = await audit.list({ organization, act: 'signIn' }, { limit: 10 });
    expect(rows.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['signin-2', 'done'],
      ['signin-1', 'done'],
    ]);
  });

  test('keeps organizations apart, and what happened in none', async () => {
    const audit = await start();
    for (const place of ['A', 'a', 'A ', null, 'null']) await audit.begin({ ...act, organization: place });

    const [of, none] = [
      await audit.list({ organization: 'A' }, { limit: 10 }),
      await audit.list({ organization: null }, { limit: 10 }),
    ];

    expect([of, none].map((rows) => rows.map((row) => row.organization))).toEqual([['A'], [null]]);
  });

  test.for<[string, Omit<AuditFilter, 'organization'>]>([
    ['nothing', {}],
    ['who did it', { actor: act.actor }],
    ['the name of who did it', { actor: 'ada' }],
    ['whom it was done to', { target: 'auth0|1' }],
    ['the name of whom it was done to', { target: 'jane' }],
  ])('keeps organizations apart when asked by %s', async ([, filter]) => {
    const audit = await start();
    for (const place of ['A', 'B', null]) await audit.begin({ ...act, organization: place });

    const rows = await audit.list({ organization: 'B', ...filter }, { limit: 10 });

    expect(rows.map((row) => row.organization)).toEqual(['B']);
  });

  test('keeps no secret', async () => {
    const audit = await start();

    await audit.begin({
      ...act,
      after: { password: 'hunter2', nested: [{ resetTicket: 'https://x/y?ticket=abc' }] },
    });

    const rows = await audit.list({ organization }, { limit: 10 });
    expect(JSON.stringify(rows)).not.toMatch(/hunter2|abc/);
  });

  const filters: [string, Omit<AuditFilter, 'organization'>, string[]][] = [
    ['by nothing', {}, ['r4', 'r3', 'r2', 'r1']],
    ['by who did it, by id', { actor: 'auth0|zoe' }, ['r3']],
    ['by who did it, by a part of the name', { actor: 'ZOË' }, ['r3']],
    ['by whom it was done to', { target: 'jane_' }, ['r2']],
    ['by whom it was done to, by id', { target: 'auth0|2' }, ['r2']],
    ['by a part of an id, which is no name', { target: 'auth0|' }, []],
    ['by a name that only looks like a pattern', { target: '%' }, []],
    ['by act', { act: 'leave' }, ['r3', 'r2']],
    ['by outcome', { outcome: 'done' }, ['r2']],
    ['by an outcome that came with the act', { outcome: 'refused' }, ['r4']],
    ['by time', { from: 2_000, to: 4_000 }, ['r3', 'r2']],
    ['by everything', { actor: 'ada', target: 'auth0|2', act: 'leave', outcome: 'done', from: 1 }, ['r2']],
  ];

  test.for(filters)('finds rows %s', async ([, filter, found]) => {
    const audit = await start();
    await audit.begin({ ...act, requestId: 'r1', at: 1_000 });
    const second = {
      ...act,
      requestId: 'r2',
      act: 'leave',
      at: 2_000,
      target: 'auth0|2',
      targetName: 'Jane_Roe',
    };
    await audit.complete(await audit.begin(second), { outcome: 'done', at: 2_001 });
    await audit.begin({
      ...act,
      requestId: 'r3',
      act: 'leave',
      at: 3_000,
      actor: 'auth0|zoe',
      actorName: 'Zoë',
    });
    await audit.refuse({ ...act, requestId: 'r4', at: 4_000 }, 'own-account');

    const rows = await audit.list({ organization, ...filter }, { limit: 10 });

    expect(rows.map(({ requestId }) => requestId)).toEqual(found);
  });

  test('gives older rows page by page, although newer ones come meanwhile', async () => {
    const audit = await start();
    for (const requestId of ['r1', 'r2', 'r3']) await audit.begin({ ...act, requestId });

    const first = await audit.list({ organization }, { limit: 2 });
    await audit.begin({ ...act, requestId: 'r4' });
    const second = await audit.list({ organization }, { limit: 2, before: first.at(-1)?.position });

    expect([first, second].map((rows) => rows.map(({ requestId }) => requestId))).toEqual([
      ['r3', 'r2'],
      ['r1'],
    ]);
  });

  test('walks all rows, more than it reads at once', async () => {
    const audit = await start();
    for (let count = 0; count < 501; count += 1) await audit.begin({ ...act, requestId: `r${count}` });

    const found: string[] = [];
    for await (const { requestId } of auditRows(audit, { organization })) found.push(requestId);

    expect([found.length, new Set(found).size, found[0], found.at(-1)]).toEqual([501, 501, 'r500', 'r0']);
  });
});

it('throws while the file is locked by someone else, and works on afterwards', async () => {
  const file = join(folder, 'audit.db');
  const audit = remembered(createSqliteAudit(file));
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const refused = await audit.begin(act).catch((error: unknown) => error);
  other.exec('ROLLBACK');
  other.close();

  await audit.begin(act);

  expect(refused).toBeInstanceOf(Error);
  expect(await audit.list({ organization }, { limit: 10 })).toHaveLength(1);
});

describe.skipIf('missing' in postgres)('the audit log in Postgres', () => {
  it('throws when the database may only be read', async () => {
    const url = await emptySchema(postgres);
    remembered(await createPostgresAudit(url));
    const audit = remembered(await createPostgresAudit(`${url}%20-c%20default_transaction_read_only=on`));

    await expect(audit.begin(act)).rejects.toThrow(/read-only/);
  });

  it('lives on when its connections are cut, idle or in the middle', async () => {
    const url = await emptySchema(postgres);
    const audit = remembered(await createPostgresAudit(url));
    const other = new pg.Client(url);
    await other.connect();
    const others = `pid <> pg_backend_pid() AND application_name = 'steward-audit'`;
    const cut = () => other.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
    await audit.begin(act);
    await other.query('BEGIN');
    await other.query('LOCK TABLE audit_heads');

    const waiting = audit.begin(act).catch((error: unknown) => error);
    const isWaiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND ${others}`;
    await expect.poll(async () => (await other.query(isWaiting)).rowCount).toBe(1);
    await cut();
    await other.query('COMMIT');
    await other.end();

    expect(await waiting).toBeInstanceOf(Error);
    await audit.begin(act);
    expect(await audit.list({ organization }, { limit: 10 })).toHaveLength(2);
  });

  it('needs no right to change or delete what is on record', async () => {
    const url = await emptySchema(postgres);
    await (await createPostgresAudit(url)).close();
    const owner = new pg.Client(url);
    await owner.connect();
    const { rows } = await owner.query('SELECT current_schema() AS name');
    await owner.query(`CREATE ROLE steward LOGIN; GRANT USAGE ON SCHEMA ${rows[0].name} TO steward;
      GRANT SELECT, INSERT ON audit_entries TO steward; GRANT SELECT, INSERT, UPDATE ON audit_heads TO steward`);
    await owner.end();

    const audit = remembered(await createPostgresAudit(url.replace('postgres@', 'steward@')));
    await audit.complete(await audit.begin(act), { outcome: 'done', at: 2_000 });

    expect(await audit.list({ organization }, { limit: 10 })).toMatchObject([{ outcome: 'done' }]);
  });

  it('is made once by proxies that start together', async () => {
    const url = await emptySchema(postgres);

    const started = await Promise.all([1, 2, 3, 4].map(() => createPostgresAudit(url)));

    for (const audit of started) remembered(audit);
    await Promise.all(started.map((audit) => audit.begin(act)));
    expect(await started[0]?.list({ organization }, { limit: 10 })).toHaveLength(4);
  });

  it('says what is wrong when nobody answers, and stops', async () => {
    await expect(createPostgresAudit('postgres://steward:hunter2@127.0.0.1:1/steward')).rejects.toThrow(
      /^(?!.*hunter2).*ECONNREFUSED/,
    );
  });
});

describe.each(engines.slice(1))('the audit log in %s', (name, missing, start) => {
  it.skipIf(missing !== null)('throws when it cannot write', async () => {
    const audit = await start();
    for (const { close } of open.splice(0)) await close();

    await expect(audit.begin(act), name).rejects.toThrow();
  });
});
