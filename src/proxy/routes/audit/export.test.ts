import { expect, it } from 'vitest';
import { exportAudit } from '#contract/audit.ts';
import type { AuditFilter, AuditLog } from '#proxy/audit/audit-log.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { startProxy } from '#tests/support/start-proxy.ts';

const act = {
  requestId: 'r1',
  at: Date.parse('2026-09-30T12:00:00Z'),
  actor: 'auth0|zoe',
  actorName: 'Zoë "Z" Smith, Jr.',
  organization: 'Söhne & Co',
  act: 'leave',
  target: 'auth0|1',
  targetName: '=HYPERLINK("https://evil.example")',
  after: { name: 'a,b' },
};

async function exported(query: object) {
  const audit = createMemoryAudit();
  await audit.begin(act);
  await audit.begin({ ...act, organization: 'Globex' });
  const { admin } = await startProxy({ audit, adminOf: 'Söhne & Co' });
  const response = await admin.call(exportAudit, { query: { act: 'leave', ...query } });
  // As it is sent: the mark at its beginning included.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  return { response, text };
}

it('gives a table that a spreadsheet reads and does not run', async () => {
  const { response, text } = await exported({});

  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(response.headers.get('content-disposition')).toBe(
    'attachment; filename="activity-so-hne-co-2026-10-01.csv"',
  );
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(text).toBe(
    '\ufeffat,actor_id,actor_name,actor_roles,ip,user_agent,act,target_id,target_name,outcome,problem,reason,before,after,ended_at,request_id\r\n' +
      '2026-09-30T12:00:00.000Z,auth0|zoe,"Zoë ""Z"" Smith, Jr.",,,,leave,auth0|1,' +
      `"'=HYPERLINK(""https://evil.example"")",unknown,,,,"{""name"":""a,b""}",,r1\r\n`,
  );
});

it.each(['Mo;=1+1', 'Mo;"=1+1', 'Mo\t@SUM(1)', 'Mo\n -1', 'Mo;\u200b+1'])(
  'gives no formula to a spreadsheet that parts cells elsewhere, by %j',
  async (reason) => {
    const audit = createMemoryAudit();
    await audit.begin({ ...act, reason, organization: 'Acme' });
    const { admin } = await startProxy({ audit, adminOf: 'Acme' });

    const text = await (await admin.call(exportAudit, { query: { act: 'leave' } })).text();

    expect(text).toMatch(/Mo[;\t\n]'/);
  },
);

it('gives one object a line', async () => {
  const { response, text } = await exported({ format: 'jsonl' });

  expect(response.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
  const lines = text.split('\n');
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    act: 'leave',
    request_id: 'r1',
    after: { name: 'a,b' },
  });
});

/** A log of so many rows that exist only while they are read. */
function endlessLog(count: number, onRead: () => void): AuditLog {
  return {
    ...createMemoryAudit(),
    async list(_: AuditFilter, { limit, before = count + 1 }) {
      onRead();
      const length = Math.min(limit, before - 1);
      return Array.from({ length }, (_, index) => {
        const position = before - 1 - index;
        return { ...act, id: `${position}`, position, outcome: 'unknown' as const };
      });
    },
  };
}

it('sends a long log part by part, and reads no further than it is taken', async () => {
  let reads = 0;
  const onRead = () => {
    reads += 1;
  };
  const { admin } = await startProxy({ audit: endlessLog(100_000, onRead) });

  const response = await admin.call(exportAudit, {});
  const reader = response.body?.getReader();
  await reader?.read();
  const soon = reads;
  await reader?.cancel();

  expect(soon).toBeLessThan(3);
  expect(reads).toBe(soon);
});

it('sends all of a long log', async () => {
  const { admin } = await startProxy({ audit: endlessLog(2_345, () => {}) });

  const response = await admin.call(exportAudit, { query: { format: 'jsonl' } });

  expect((await response.text()).trimEnd().split('\n')).toHaveLength(2_345);
});

it('cuts the answer off when the log fails on the way, and says so in a line of its own', async () => {
  const log = endlessLog(100_000, () => {});
  let reads = 0;
  const failing: AuditLog = {
    ...log,
    list(filter, page) {
      reads += 1;
      return reads > 2 ? Promise.reject(new Error('disk gone')) : log.list(filter, page);
    },
  };
  const { admin, lines } = await startProxy({ audit: failing });

  const response = await admin.call(exportAudit, {});

  await expect(response.text()).rejects.toThrow();
  expect(lines.at(-1)).toMatchObject({ route: 'exportAudit', level: 'error', problem: 'internal-error' });
});
