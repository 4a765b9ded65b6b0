import { expect, it } from 'vitest';
import { leave } from '#contract/leave.ts';
import type { UserId } from '#contract/user.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { openServices } from '#proxy/services.ts';
import { writes } from '#tests/support/blocking.ts';
import { type StartOptions, startProxy } from '#tests/support/start-proxy.ts';
import { sweepLeavers } from './sweep.ts';

const day = 86_400_000;
const marks = {
  steward_leaving: true,
  steward_delete_at: '2026-10-01T08:59:00.000Z',
  steward_leaving_from: 'Acme',
};

async function started(options: StartOptions = {}) {
  const proxy = await startProxy(options);
  const services = openServices(proxy.config, proxy.world);
  const addLeaver = (app_metadata: object = {}, profile: object = { blocked: true }) =>
    proxy.addPerson({
      profile: {
        name: 'Leo Leaver',
        app_metadata: { organization: 'Acme', ...marks, ...app_metadata },
        ...profile,
      },
    }).user_id;
  return { ...proxy, services, addLeaver, sweep: () => sweepLeavers(services) };
}

it('deletes a leaver when his day has come, and not before', async () => {
  const { admin, addPerson, tenant, clock, sweep, audit } = await started();
  const { user_id } = addPerson({ memberOf: 'Acme', profile: { name: 'Leo Leaver' } });
  await admin.call(leave, { params: { userId: user_id as UserId }, body: { way: 'delete-later', days: 1 } });

  clock.now += day - 1;
  const early = await sweep();
  const isThere = tenant.user(user_id) !== undefined;
  clock.now += 1;
  const due = await sweep();

  expect([early, isThere, due]).toEqual([0, true, 1]);
  expect(tenant.user(user_id)).toBeUndefined();
  expect(audit.entries.at(-1)).toMatchObject({
    actor: 'steward',
    actorName: 'Steward',
    organization: 'Acme',
    act: 'leave',
    target: user_id,
    targetName: 'Leo Leaver',
    after: { way: 'delete-now' },
    outcome: 'done',
  });
});

it.each([
  ['was kept', { app_metadata: { organization: 'Acme' } }],
  ['was let in again', { blocked: false }],
  ['belongs to another organization now', { app_metadata: { organization: 'Globex', ...marks } }],
  ['belongs to none any more', { app_metadata: marks }],
  [
    'got another day',
    { app_metadata: { organization: 'Acme', ...marks, steward_delete_at: '2026-10-02T00:00:00Z' } },
  ],
])('leaves someone alone who %s, whatever search still says', async (_, change) => {
  // By another hand, between the search and the reading of each.
  const { sweep, addLeaver, tenant } = await started({
    async between(request, pass) {
      const response = await pass(request);
      if (new URL(request.url).pathname.endsWith('/users')) tenant.changeUser(id, change);
      return response;
    },
  });
  const id = addLeaver();

  const gone = await sweep();

  expect(gone).toBe(0);
  expect(tenant.user(id)).toBeDefined();
});

it('keeps for good whom somebody has let in again, and puts that on record', async () => {
  const { sweep, addLeaver, tenant, audit } = await started();
  const id = addLeaver({}, { blocked: false });
  await sweep();
  tenant.changeUser(id, { blocked: true });
  tenant.settle();

  const gone = await sweep();

  expect(gone).toBe(0);
  expect(tenant.user(id)?.app_metadata).toEqual({ organization: 'Acme' });
  expect(audit.entries).toMatchObject([
    { actor: 'steward', act: 'cancelLeave', target: id, after: { delete_at: null }, outcome: 'done' },
  ]);
});

it.each([
  ['no day', { steward_delete_at: undefined }],
  ['a day that cannot be read', { steward_delete_at: 'soon' }],
  ['no organization that decided it', { steward_leaving_from: undefined }],
  ['only half of it', { steward_leaving: 'true' }],
])('deletes nobody whose marks have %s', async (_, change) => {
  const { sweep, addLeaver, tenant } = await started();
  const id = addLeaver(change);

  const gone = await sweep();

  expect(gone).toBe(0);
  expect(tenant.user(id)).toBeDefined();
});

it('takes a person who has come to belong to others out of the one organization alone', async () => {
  const { sweep, addLeaver, tenant, audit } = await started();
  const id = addLeaver({ organization: ['Globex', 'Acme'], theirs: 1 });

  const gone = await sweep();

  expect(gone).toBe(1);
  expect(tenant.user(id)?.app_metadata).toEqual({ organization: ['Globex'], theirs: 1 });
  expect(audit.entries).toMatchObject([{ organization: 'Acme', after: { way: 'remove' }, outcome: 'done' }]);
});

it('puts on record once what two proxies do at the same time', async () => {
  const started_ = await started();
  const others = openServices(started_.config, started_.world);
  const ids = Array.from({ length: 5 }, () => started_.addLeaver());

  await Promise.all([started_.sweep(), sweepLeavers(others)]);

  expect(ids.map((id) => started_.tenant.user(id))).toEqual(Array(5).fill(undefined));
  expect(started_.audit.entries.map(({ target, outcome }) => [target, outcome]).toSorted()).toEqual(
    ids.map((id) => [id, 'done']).toSorted(),
  );
});

it('tries again what failed, and completes its record then', async () => {
  let isFailing = true;
  const { sweep, addLeaver, tenant, audit, lines } = await started({
    between: async (request, pass) =>
      isFailing && request.method === 'DELETE'
        ? Response.json({ statusCode: 400, error: 'Bad Request', message: 'No' }, { status: 400 })
        : pass(request),
  });
  const id = addLeaver();

  const first = await sweep();
  const afterFirst = audit.entries.map(({ outcome }) => outcome);
  isFailing = false;
  const second = await sweep();

  expect([first, second]).toEqual([0, 1]);
  expect(tenant.user(id)).toBeUndefined();
  expect(afterFirst).toEqual(['unknown']);
  expect(audit.entries.map(({ outcome }) => outcome)).toEqual(['done']);
  expect(lines).toMatchObject([{ route: 'sweepLeavers', level: 'error' }]);
  expect(JSON.stringify(lines)).not.toContain(id);
});

it('deletes nobody when the log cannot be written', async () => {
  const audit = { ...createMemoryAudit(), begin: () => Promise.reject(new Error('disk full')) };
  const { sweep, addLeaver, tenant } = await started({ audit });
  const id = addLeaver();

  const gone = await sweep();

  expect(gone).toBe(0);
  expect(tenant.user(id)).toBeDefined();
});

it('goes on with the others when one of them fails', async () => {
  const { sweep, addLeaver, tenant } = await started({
    between: async (request, pass) =>
      request.method === 'DELETE' && request.url.endsWith(first.slice(6))
        ? Response.json({ statusCode: 400, error: 'Bad Request', message: 'No' }, { status: 400 })
        : pass(request),
  });
  const first = addLeaver();
  const second = addLeaver();

  const gone = await sweep();

  expect(gone).toBe(1);
  expect(tenant.user(second)).toBeUndefined();
});

it('finds those who are due behind more leavers than search shows', async () => {
  const { sweep, addLeaver, tenant, clock } = await started();
  const from = clock.now - 2_000 * 60_000;
  for (let index = 0; index < 1_200; index += 1) {
    const created_at = new Date(from + index * 60_000).toISOString();
    addLeaver({ steward_delete_at: '2027-01-01T00:00:00.000Z' }, { blocked: true, created_at });
  }
  const last = addLeaver();

  const gone = await sweep();

  expect(gone).toBe(1);
  expect(tenant.user(last)).toBeUndefined();
});

it('asks for nobody when nobody leaves', async () => {
  const started_ = await started();
  started_.addPerson({ memberOf: 'Acme', profile: { blocked: true } });

  await started_.sweep();

  expect(started_.tenant.calls).toHaveLength(1);
  expect(writes(started_)).toEqual([]);
});
