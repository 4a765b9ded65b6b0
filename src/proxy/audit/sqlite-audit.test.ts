import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSqliteAudit } from './sqlite-audit.ts';

let file = '';
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'audit-')), 'audit.db');
});
afterEach(() => rmSync(join(file, '..'), { recursive: true }));

/** A log as it was before there were chains. */
function olderLog() {
  const database = new DatabaseSync(file);
  database.exec(`
    CREATE TABLE audit (id TEXT PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, organization TEXT,
      act TEXT NOT NULL, target TEXT, before TEXT, after TEXT, request_id TEXT NOT NULL,
      outcome TEXT NOT NULL DEFAULT 'unknown', problem TEXT, ended_at INTEGER) STRICT;
    INSERT INTO audit VALUES
      ('3', 3000, 'auth0|ada', 'Acme', 'setUserBlocked', 'auth0|x', NULL, NULL, 'r3', 'refused', 'own-account', 3000),
      ('2', 2000, 'auth0|ada', 'Acme', 'setUserBlocked', 'auth0|2', NULL, NULL, 'r2', 'unknown', NULL, NULL),
      ('1', 1000, 'auth0|ada', 'Acme', 'setUserBlocked', 'auth0|1', '{"blocked":false}', '{"blocked":true}', 'r1',
        'done', NULL, 1050);
  `);
  database.close();
}

it('keeps the rows of an older log readable', async () => {
  olderLog();

  const audit = createSqliteAudit(file);

  const common = { actor: 'auth0|ada', organization: 'Acme', act: 'setUserBlocked' };
  const rows = await audit.list({ organization: 'Acme' }, { limit: 10 });
  expect(rows).toMatchObject([
    { ...common, id: '3', target: 'auth0|x', outcome: 'refused', problem: 'own-account', endedAt: 3000 },
    { ...common, id: '2', target: 'auth0|2', outcome: 'unknown' },
    {
      ...common,
      id: '1',
      before: { blocked: false },
      after: { blocked: true },
      outcome: 'done',
      endedAt: 1050,
    },
  ]);
  await audit.close();
});

it('takes an older log over once', async () => {
  olderLog();
  await createSqliteAudit(file).close();

  const audit = createSqliteAudit(file);

  expect(await audit.list({ organization: 'Acme' }, { limit: 10 })).toHaveLength(3);
  await audit.close();
});

it('leaves an act unknown when the proxy dies in the middle', async () => {
  const first = createSqliteAudit(file);
  const id = await first.begin({
    requestId: 'r',
    at: 1,
    actor: 'a',
    organization: 'Acme',
    act: 'leave',
    target: 'b',
  });
  await first.close();

  const second = createSqliteAudit(file);

  const rows = await second.list({ organization: 'Acme' }, { limit: 10 });
  expect(rows).toMatchObject([{ id, outcome: 'unknown' }]);
  await second.close();
});
