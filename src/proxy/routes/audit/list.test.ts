import { expect, it } from 'vitest';
import { listAudit } from '#contract/audit.ts';
import { getMe } from '#contract/routes.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { block } from '#tests/support/blocking.ts';
import { outcomeOf, startProxy } from '#tests/support/start-proxy.ts';

type Started = Awaited<ReturnType<typeof startProxy>>;

async function pageOf(client: Started['admin'], query: object = {}) {
  const response = await client.call(listAudit, { query });
  return { outcome: await outcomeOf(response), ...(await response.json()) };
}

it('tells of a write who did what to whom, from where and why, as it was then', async () => {
  const { admin, addPerson, proxy, config } = await startProxy({ config: { trustedProxies: 1 } });
  const jane = addPerson({ memberOf: 'Acme', profile: { name: 'Jane Doe' } });
  const headers = {
    authorization: `Bearer ${admin.token}`,
    'content-type': 'application/json',
    'steward-reason': encodeURIComponent('Hat gekündigt'),
    'user-agent': 'Mozilla/5.0',
    'x-forwarded-for': '1.1.1.1, 203.0.113.9',
  };
  const path = `${config.basePath}/users/${encodeURIComponent(jane.user_id)}/blocked`;
  const init = { method: 'PUT', headers, body: '{"blocked":true}' };
  const response = await proxy.request(path, init, { remoteAddress: '10.0.0.1' });

  const { rows } = await pageOf(admin, { act: 'setUserBlocked' });

  expect(rows).toEqual([
    {
      id: expect.any(String),
      at: '2026-10-01T09:00:00.000Z',
      ended_at: '2026-10-01T09:00:00.000Z',
      actor: {
        user_id: admin.person.user_id,
        name: 'Ada Admin',
        roles: ['Administrator'],
        ip: '203.0.113.9',
        user_agent: 'Mozilla/5.0',
      },
      act: 'setUserBlocked',
      target: { user_id: jane.user_id, name: 'Jane Doe' },
      before: { blocked: false },
      after: { blocked: true },
      reason: 'Hat gekündigt',
      outcome: 'done',
      request_id: response.headers.get('x-request-id'),
    },
  ]);
});

it('gives fifty rows at a time, the newest first, and says where the older ones begin', async () => {
  const audit = createMemoryAudit();
  const { admin } = await startProxy({ audit });
  const act = { at: 1_000, actor: 'auth0|zoe', organization: 'Acme', act: 'leave', target: 'auth0|1' };
  for (let count = 1; count <= 60; count += 1) await audit.begin({ ...act, requestId: `r${count}` });

  const first = await pageOf(admin, { act: 'leave' });
  const second = await pageOf(admin, { act: 'leave', cursor: first.next });

  const ids = [first, second].map(({ rows }) => rows.map((row: { request_id: string }) => row.request_id));
  expect(ids[0]?.[0]).toBe('r60');
  expect(ids.map((page) => page.length)).toEqual([50, 10]);
  expect(new Set(ids.flat()).size).toBe(60);
  expect(second.next).toBeNull();
});

it('opens no cursor that was made for other filters or for someone else', async () => {
  const audit = createMemoryAudit();
  const { admin, as, addPerson } = await startProxy({ audit });
  const other = await as(addPerson({ memberOf: 'Acme', role: 'auditor' }));
  const act = { at: 1_000, actor: 'auth0|zoe', organization: 'Acme', act: 'leave', target: 'auth0|1' };
  for (let count = 1; count <= 60; count += 1) await audit.begin({ ...act, requestId: `r${count}` });
  const { next } = await pageOf(admin);

  const outcomes = [
    await pageOf(admin, { cursor: next, act: 'leave' }),
    await pageOf(other, { cursor: next }),
    await pageOf(admin, { cursor: 'x' }),
  ].map(({ outcome }) => outcome);

  expect(outcomes).toEqual(['400 invalid-cursor', '400 invalid-cursor', '400 invalid-cursor']);
});

it.each([
  ['from', 'yesterday'],
  ['to', '2026-01-01'],
  ['outcome', 'perhaps'],
  ['actor', ''],
  ['organization', 'Globex'],
])('refuses %s=%s', async (name, value) => {
  const { admin } = await startProxy();

  const outcome = await outcomeOf(await admin.send(`/audit?${name}=${value}`));

  expect(outcome).toBe('400 invalid-request');
});

it('says so when the log cannot be read', async () => {
  const audit = { ...createMemoryAudit(), list: () => Promise.reject(new Error('disk gone')) };
  const { admin } = await startProxy({ audit });

  const outcomes = [
    await outcomeOf(await admin.send('/audit')),
    await outcomeOf(await admin.send('/audit/export?format=jsonl')),
  ];

  expect(outcomes).toEqual(['503 audit-unreadable', '503 audit-unreadable']);
});

it('asks the tenant nothing', async () => {
  const { admin, tenant } = await startProxy();
  await admin.call(getMe, {});
  const before = tenant.calls.length;

  await admin.call(listAudit, {});

  expect(tenant.calls.length).toBe(before);
});

it('tells of a refusal which problem it was', async () => {
  const { admin, ...started } = await startProxy();
  await block(admin, admin.person.user_id);

  const { rows } = await pageOf(admin, { outcome: 'refused' });

  expect(rows).toMatchObject([{ act: 'setUserBlocked', outcome: 'refused', problem: 'own-account' }]);
  expect(started.audit.entries).toHaveLength(1);
});
