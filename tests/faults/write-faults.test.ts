import { expect, it } from 'vitest';
import { setUserBlocked } from '#contract/user-routes.ts';
import type { Fault } from '#tenant/faults.ts';
import { impatient, passing } from '../support/impatient-proxy.ts';

it.each(passing)('blocks again after %s, since blocking twice is blocking once', async (_, fault) => {
  const { admin, tenant, member, audit } = await impatient({
    between(request, pass) {
      if (request.method === 'PATCH') tenant.faults.next.push(...faults.splice(0));
      return pass(request);
    },
  });
  const faults = [fault];

  const response = await admin.call(setUserBlocked, {
    params: { userId: member.user_id },
    body: { blocked: true },
  });

  expect(response.status).toBe(200);
  expect(tenant.user(member.user_id)?.blocked).toBe(true);
  expect(audit.entries).toMatchObject([{ outcome: 'done' }]);
});

it.each<[string, Fault, string]>([
  ['the connection was cut', { kind: 'drop' }, 'unknown'],
  ['the answer could not be read', { kind: 'html' }, 'unknown'],
  ['the tenant failed', { kind: 'status', status: 500 }, 'unknown'],
  ['the limit was reached', { kind: 'status', status: 429 }, 'failed'],
])('puts on record what is known of a write when %s', async (_, failWith, outcome) => {
  const { admin, tenant, member, audit } = await impatient({
    between(request, pass) {
      if (request.method === 'PATCH') Object.assign(tenant.faults, { failRate: 1, failWith });
      return pass(request);
    },
  });

  await admin.call(setUserBlocked, { params: { userId: member.user_id }, body: { blocked: true } });

  expect(audit.entries).toMatchObject([{ outcome }]);
});

it.each<[string, () => Response]>([
  ['is forbidden', () => Response.json({ errorCode: 'insufficient_scope' }, { status: 403 })],
  ['finds nobody', () => Response.json({ errorCode: 'inexistent_user' }, { status: 404 })],
])('does not call a write undone whose answer was lost, although its next attempt %s', async (_, answer) => {
  let attempts = 0;
  const { admin, tenant, member, audit } = await impatient({
    async between(request, pass) {
      if (request.method !== 'PATCH') return pass(request);
      attempts += 1;
      if (attempts > 1) return answer();
      await pass(request);
      throw new TypeError('The connection was cut');
    },
  });

  await admin.call(setUserBlocked, { params: { userId: member.user_id }, body: { blocked: true } });

  expect(tenant.user(member.user_id)?.blocked).toBe(true);
  expect(audit.entries).toMatchObject([{ outcome: 'unknown' }]);
});

it('does not call a write undone whose answer was lost, although the proxy may not sign in again', async () => {
  let attempts = 0;
  const { admin, tenant, member, audit } = await impatient({
    async between(request, pass) {
      if (attempts > 0 && request.url.endsWith('/oauth/token')) return new Response(null, { status: 429 });
      if (request.method !== 'PATCH') return pass(request);
      attempts += 1;
      if (attempts > 1) return new Response(null, { status: 401 });
      await pass(request);
      throw new TypeError('The connection was cut');
    },
  });

  await admin.call(setUserBlocked, { params: { userId: member.user_id }, body: { blocked: true } });

  expect(tenant.user(member.user_id)?.blocked).toBe(true);
  expect(audit.entries).toMatchObject([{ outcome: 'unknown' }]);
});

it('sees a write through when the browser goes away', async () => {
  const leaving = new AbortController();
  const { admin, tenant, member, audit } = await impatient({
    between(request, pass) {
      if (request.method === 'PATCH') leaving.abort();
      return pass(request);
    },
  });
  const act = { params: { userId: member.user_id }, body: { blocked: true } };

  await admin.call(setUserBlocked, act, { signal: leaving.signal });

  expect(tenant.user(member.user_id)?.blocked).toBe(true);
  expect(audit.entries).toMatchObject([{ outcome: 'done' }]);
});
