import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { getMe } from '#contract/routes.ts';
import type { AuditLog, DurableAudit } from '#proxy/audit/audit-log.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { createPostgresAudit } from '#proxy/audit/postgres-audit.ts';
import { createSqliteAudit } from '#proxy/audit/sqlite-audit.ts';
import { block, writes } from '../support/blocking.ts';
import { compared, doAct } from '../support/broken-write.ts';
import { faultTally } from '../support/fault-tally.ts';
import { writingRoutes } from '../support/possible-acts.ts';
import { emptySchema, startPostgres } from '../support/postgres.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

const tally = faultTally();
const untouched = { lost: 0, doubled: 0, unrecorded: 0, recovered: true };

// A log that is locked is waited for, on a machine that may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const fullDisk = () => Promise.reject(new Error('database or disk is full'));

/** A log that stops working and works again as told. */
function failing(part: 'begin' | 'complete') {
  const audit = createMemoryAudit();
  const state = { broken: false };
  const log: AuditLog = {
    ...audit,
    begin: (act) => (state.broken && part === 'begin' ? fullDisk() : audit.begin(act)),
    complete: (id, end) => (state.broken && part === 'complete' ? fullDisk() : audit.complete(id, end)),
  };
  return { log, state };
}

describe('when the log cannot be written', () => {
  it.each(writingRoutes.map((route) => [route.name, route] as const))(
    'writes nothing of %s to the tenant',
    async (_, route) => {
      const { log, state } = failing('begin');
      const usual = await doAct(route);

      const broken = await doAct(route, { audit: log, during: state });

      const seen = await compared(usual, broken);
      tally.seen({ fault: 'the audit log cannot be written', ...seen });
      expect([broken.admin, broken.writes, broken.rows]).toEqual(['503 audit-unavailable', [], []]);
      expect(seen).toMatchObject(untouched);
    },
  );
});

describe('when the log breaks in the middle of an act', () => {
  it.each(writingRoutes.map((route) => [route.name, route] as const))(
    'does not say of %s that it was not done',
    async (_, route) => {
      const { log, state } = failing('complete');
      const usual = await doAct(route);

      const broken = await doAct(route, { audit: log, during: state });

      const seen = await compared(usual, broken);
      tally.seen({ fault: 'the audit log breaks in the middle of an act', ...seen });
      expect([broken.admin, broken.rows]).toEqual(['200', ['unknown']]);
      expect(seen).toMatchObject(untouched);
    },
  );
});

describe('SQLite', () => {
  let folder = '';
  let audit: DurableAudit;
  let other: DatabaseSync;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'faults-'));
    const file = join(folder, 'audit.db');
    audit = createSqliteAudit(file);
    other = new DatabaseSync(file);
  });
  afterEach(async () => {
    await audit.close();
    other.close();
    rmSync(folder, { recursive: true });
  });

  async function withLog() {
    const started = await startProxy({ audit });
    const { user_id } = started.addPerson({ memberOf: 'Acme' });
    await started.admin.call(getMe, {});
    const rows = async () =>
      (await audit.list({ organization: 'Acme', act: 'setUserBlocked' }, { limit: 10 })).map(
        ({ outcome }) => outcome,
      );
    return { ...started, user_id, rows };
  }

  it('serves others while it waits for a log that another program has locked', async () => {
    const started = await withLog();
    other.exec('BEGIN IMMEDIATE');

    const blocking = block(started.admin, started.user_id);
    const meanwhile = await started.admin.call(getMe, {});
    const written = writes(started).length;
    other.exec('COMMIT');
    const outcome = await outcomeOf(await blocking);

    expect([meanwhile.status, written, outcome, await started.rows()]).toEqual([200, 0, '200', ['done']]);
    tally.seen({ fault: 'the audit log is locked for a moment', admin: outcome, recovered: true });
  });

  it('does nothing while the log stays locked, and everything afterwards', async () => {
    const started = await withLog();
    other.exec('BEGIN IMMEDIATE');

    const locked = await outcomeOf(await block(started.admin, started.user_id));
    const written = writes(started).length;
    other.exec('COMMIT');
    const afterwards = await outcomeOf(await block(started.admin, started.user_id));

    expect([locked, written, afterwards, await started.rows()]).toEqual([
      '503 audit-unavailable',
      0,
      '200',
      ['done'],
    ]);
    tally.seen({ fault: 'the audit log stays locked', admin: locked, recovered: afterwards === '200' });
  });

  it.each([
    ['begin', '503 audit-unavailable', false, []],
    ['complete', '200', true, ['unknown']],
  ] as const)(
    'keeps to the truth when the disk is full at the %s of an act',
    async (kind, told, done, kept) => {
      const started = await withLog();
      other.exec(
        `CREATE TRIGGER full BEFORE INSERT ON audit_entries WHEN NEW.kind = '${kind}'
       BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`,
      );

      const full = await outcomeOf(await block(started.admin, started.user_id));
      const isBlocked = started.tenant.user(started.user_id)?.blocked === true;
      const rows = await started.rows();
      other.exec('DROP TRIGGER full');
      const afterwards = await outcomeOf(await block(started.admin, started.user_id));

      expect([full, isBlocked, rows, afterwards]).toEqual([told, done, kept, '200']);
      tally.seen({
        fault: 'the disk of the audit log is full',
        admin: full,
        recovered: afterwards === '200',
      });
    },
  );
});

const postgres = startPostgres();
afterAll(() => void ('stop' in postgres && postgres.stop()));

describe.skipIf('missing' in postgres)('Postgres', () => {
  let stopRelay: () => void = () => {};
  afterEach(() => stopRelay());

  /** The way to the database, which can be cut. */
  async function relayed() {
    const url = new URL((await emptySchema(postgres)).replace('postgres@/', 'postgres@localhost/'));
    const home = url.searchParams.get('host') ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'relay-'));
    const sockets = new Set<Socket>();
    let open = true;
    const server = createServer((near) => {
      if (!open) return near.destroy();
      const far = connect(join(home, '.s.PGSQL.5432'));
      for (const [one, another] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(one);
        one.pipe(another);
        one.on('error', () => {});
        one.on('close', () => another.destroy());
      }
    });
    await new Promise<void>((resolve) => server.listen(join(folder, '.s.PGSQL.5432'), resolve));
    url.searchParams.set('host', folder);
    const cut = () => {
      open = false;
      for (const socket of sockets) socket.destroy();
      sockets.clear();
    };
    const mend = () => {
      open = true;
    };
    const audit = await createPostgresAudit(url.href.replace('localhost/', '/'));
    stopRelay = () => {
      cut();
      server.close();
      rmSync(folder, { recursive: true, force: true });
    };
    return { audit, cut, mend };
  }

  it('does nothing while the database is gone, and everything when it is back', async () => {
    const { audit, cut, mend } = await relayed();
    const started = await startProxy({ audit });
    const { user_id } = started.addPerson({ memberOf: 'Acme' });
    await block(started.admin, user_id);
    const before = writes(started).length;

    cut();
    const gone = await outcomeOf(await block(started.admin, user_id, false));
    const written = writes(started).length - before;
    mend();
    const back = await outcomeOf(await block(started.admin, user_id, false));
    const rows = await audit.list({ organization: 'Acme', act: 'setUserBlocked' }, { limit: 10 });
    await audit.close();

    expect([gone, written, back]).toEqual(['503 audit-unavailable', 0, '200']);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    tally.seen({ fault: 'Postgres of the audit log is gone', admin: gone, recovered: back === '200' });
  });
});
