import { expect, it } from 'vitest';
import { exportAudit, listAudit } from '#contract/audit.ts';
import { getMe } from '#contract/routes.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { block } from '../support/blocking.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

type Started = Awaited<ReturnType<typeof startProxy>>;

async function rowsFor(client: Started['admin'], options: { organization?: string; query?: object } = {}) {
  const { organization, query = {} } = options;
  const listed = await client.call(listAudit, { query }, { organization });
  const exported = await client.call(exportAudit, { query: { ...query, format: 'jsonl' } }, { organization });
  const { rows } = await listed.json();
  const lines = (await exported.text()).split('\n').filter((line) => line !== '');
  expect(lines.map((line) => JSON.parse(line))).toEqual(rows);
  return rows.filter(({ act }: { act: string }) => act !== 'signIn');
}

it('shows an admin nothing that was done in another organization', async () => {
  const started = await startProxy({ adminOf: 'Globex' });
  const auditor = await started.as(started.addPerson({ memberOf: 'Acme', role: 'auditor' }));
  await block(started.admin, started.addPerson({ memberOf: 'Globex' }).user_id);

  const everything = await rowsFor(auditor);
  const wanted = await rowsFor(auditor, { query: { actor: started.admin.person.user_id } });

  expect([everything, wanted]).toEqual([[], []]);
});

it('shows an admin of two organizations one of them at a time', async () => {
  const started = await startProxy({ adminOf: ['Acme', 'Globex'] });
  const { admin, addPerson } = started;
  const people = { Acme: addPerson({ memberOf: 'Acme' }), Globex: addPerson({ memberOf: 'Globex' }) };
  for (const [organization, { user_id: userId }] of Object.entries(people)) {
    const path = `/users/${encodeURIComponent(userId)}/blocked`;
    const headers = { 'content-type': 'application/json' };
    await admin.send(path, { method: 'PUT', headers, body: '{"blocked":true}', organization });
  }

  const found = [
    await rowsFor(admin, { organization: 'Acme' }),
    await rowsFor(admin, { organization: 'Globex' }),
  ];

  expect(found).toMatchObject([
    [{ target: { user_id: people.Acme.user_id } }],
    [{ target: { user_id: people.Globex.user_id } }],
  ]);
});

it('shows what happened in no organization to nobody', async () => {
  const started = await startProxy();
  const path = '/users/auth0%7Cx/blocked';
  await started.admin.send(path, { method: 'PUT', organization: 'Globex' });

  const rows = await rowsFor(started.admin);

  expect(started.audit.entries).toMatchObject([{ organization: null, problem: 'organization-refused' }]);
  expect(rows).toEqual([]);
});

it('tells of a stranger no more than the id that was asked for', async () => {
  const { admin, addPerson } = await startProxy();
  const stranger = addPerson({ memberOf: 'Globex', profile: { name: 'Sam Stranger' } });
  await block(admin, stranger.user_id);
  await block(admin, 'auth0|nobody');

  const rows = await rowsFor(admin);

  expect(
    rows.map(({ target, problem }: { target: object; problem: string }) => ({ target, problem })),
  ).toEqual([
    { target: { user_id: 'auth0|nobody' }, problem: 'user-not-found' },
    { target: { user_id: stranger.user_id }, problem: 'user-not-found' },
  ]);
});

it.each(['helpdesk', 'operator'] as const)('does not let a %s read or take the log', async (role) => {
  const { admin } = await startProxy({ role });

  const outcomes = [
    await outcomeOf(await admin.call(listAudit, {})),
    await outcomeOf(await admin.call(exportAudit, {})),
  ];

  expect(outcomes).toEqual(['403 permission-missing', '403 permission-missing']);
});

it('lets an auditor read the log', async () => {
  const started = await startProxy();
  const auditor = await started.as(started.addPerson({ memberOf: 'Acme', role: 'auditor' }));
  const { user_id } = started.addPerson({ memberOf: 'Acme' });
  await block(started.admin, user_id);

  const rows = await rowsFor(auditor);

  expect(rows).toMatchObject([{ target: { user_id }, outcome: 'done' }]);
});

it('puts each sign-in of an admin on record once, although his token is used often and proxies start anew', async () => {
  const audit = createMemoryAudit();
  const { admin, world, config } = await startProxy({ audit });
  const { createProxy } = await import('#proxy/app.ts');
  const again = createProxy(config, world);

  await Promise.all([admin.call(getMe, {}), admin.call(getMe, {})]);
  await again.request('/api/me', { headers: { authorization: `Bearer ${admin.token}` } });

  await expect.poll(() => audit.signIns.length).toBe(1);
  expect(audit.signIns).toMatchObject([
    {
      act: 'signIn',
      actor: admin.person.user_id,
      actorName: 'Ada Admin',
      organization: 'Acme',
      outcome: 'done',
    },
  ]);
});

it('neither slows nor fails a read whose sign-in cannot be put on record, and says so in the log', async () => {
  const audit = { ...createMemoryAudit(), signIn: () => Promise.reject(new Error('disk full')) };
  const { admin, lines } = await startProxy({ audit });

  const outcomes = [
    await outcomeOf(await admin.call(getMe, {})),
    await outcomeOf(await admin.call(getMe, {})),
  ];

  expect(outcomes).toEqual(['200', '200']);
  const told = () => lines.filter(({ route }) => route === 'signIn');
  await expect
    .poll(told)
    .toMatchObject([{ level: 'error', problem: 'audit-unavailable', faults: [{ name: 'Error' }] }]);
});

it('does not take the renewal of a token for a sign-in', async () => {
  const audit = createMemoryAudit();
  const started = await startProxy({ audit });
  const token = await refreshedToken(started);

  await started.admin.send('/me', { headers: { authorization: `Bearer ${token}` } });
  await started.admin.send('/me');

  await expect.poll(() => audit.signIns.length).toBe(1);
});

it.each([
  ['the moment of the sign-in', { 'https://steward/auth_time': 1_790_000_000 }],
  ['nothing of the sign-in', {}],
])('takes pages that are loaded again for one sign-in, with tokens that tell %s', async (_, told) => {
  const audit = createMemoryAudit();
  const { admin, keys, proxy } = await startProxy({ audit });
  const { decodeJwt } = await import('jose');
  const { gty, ...claims } = decodeJwt(admin.token);

  for (const seconds of [0, 60, 600]) {
    const token = await keys.sign({ ...claims, ...told, iat: (claims.iat ?? 0) + seconds });
    await proxy.request('/api/me', { headers: { authorization: `Bearer ${token}` } });
  }

  await expect.poll(() => audit.signIns.length).toBe(1);
});

it('puts another sign-in of the same person on record', async () => {
  const audit = createMemoryAudit();
  const { admin, keys, proxy } = await startProxy({ audit });
  const { decodeJwt } = await import('jose');
  const { gty, ...claims } = decodeJwt(admin.token);

  for (const seconds of [0, 60]) {
    const told = { 'https://steward/auth_time': (claims.iat ?? 0) + seconds };
    const token = await keys.sign({ ...claims, ...told });
    await proxy.request('/api/me', { headers: { authorization: `Bearer ${token}` } });
  }

  await expect.poll(() => audit.signIns.length).toBe(2);
});

/** The token of the same person, as a refresh token brings it. */
async function refreshedToken({ keys, admin }: Started): Promise<string> {
  const { decodeJwt } = await import('jose');
  const claims = decodeJwt(admin.token);
  return keys.sign({ ...claims, iat: (claims.iat ?? 0) + 60, gty: 'refresh_token' });
}
