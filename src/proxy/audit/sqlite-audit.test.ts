import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditAct } from './audit-log.ts';
import { createSqliteAudit } from './sqlite-audit.ts';

const act: AuditAct = {
  requestId: 'request-1',
  at: 1_000,
  actor: 'auth0|admin',
  organization: 'Acme "&" Söhne',
  act: 'setUserBlocked',
  target: 'auth0|1',
  before: { blocked: false },
  after: { blocked: true },
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function fileIn(name: string): string {
  return join(folder, name, 'audit.db');
}

function rowsOf(file: string) {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare('SELECT * FROM audit ORDER BY at').all();
  database.close();
  return rows;
}

it('creates its folder and has the act on file before it is completed', async () => {
  const file = fileIn('data/deep');
  const audit = createSqliteAudit(file);

  await audit.begin(act);

  expect(rowsOf(file)).toMatchObject([
    { actor: 'auth0|admin', organization: 'Acme "&" Söhne', before: '{"blocked":false}', outcome: 'unknown' },
  ]);
  audit.close();
});

it('keeps how the act ended, once', async () => {
  const file = fileIn('data');
  const audit = createSqliteAudit(file);
  const id = await audit.begin(act);

  await audit.complete(id, { outcome: 'done', at: 1_050 });
  await audit.complete(id, { outcome: 'failed', at: 1_100, problem: 'busy' });

  expect(rowsOf(file)).toMatchObject([{ outcome: 'done', ended_at: 1_050, problem: null }]);
  audit.close();
});

it('keeps refusals with their problem', async () => {
  const file = fileIn('data');
  const audit = createSqliteAudit(file);

  await audit.refuse({ ...act, target: null, before: undefined, after: undefined }, 'outranked');

  expect(rowsOf(file)).toMatchObject([
    { outcome: 'refused', problem: 'outranked', target: null, before: null },
  ]);
  audit.close();
});

it('leaves an act unknown when the proxy dies in the middle', async () => {
  const file = fileIn('data');
  const first = createSqliteAudit(file);
  await first.begin(act);
  first.close();

  const second = createSqliteAudit(file);

  expect(rowsOf(file)).toMatchObject([{ outcome: 'unknown', ended_at: null }]);
  second.close();
});

it('throws when it cannot write', async () => {
  const audit = createSqliteAudit(':memory:');
  audit.close();

  await expect(audit.begin(act)).rejects.toThrow();
});
