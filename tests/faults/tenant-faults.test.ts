import { expect, it } from 'vitest';
import { getMe, listUsers } from '#contract/routes.ts';
import { getUser } from '#contract/user-routes.ts';
import type { Fault } from '#tenant/faults.ts';
import { block } from '../support/blocking.ts';
import { faultTally } from '../support/fault-tally.ts';
import { impatient, passing } from '../support/impatient-proxy.ts';
import { outcomeOf } from '../support/start-proxy.ts';

const tally = faultTally();

it.each(passing)('reads again after %s', async (what, fault) => {
  const { admin, tenant } = await impatient();
  tenant.faults.next.push(fault);

  const response = await admin.call(listUsers, {});

  expect(response.status).toBe(200);
  tally.seen({ fault: `the tenant passes through ${what}`, admin: '200', recovered: true });
});

it.each([
  ['answers slowly', 5, '200'],
  ['answers too late', 1_000, '503 auth0-unavailable'],
])('tells the truth when the tenant %s, and recovers', async (what, latencyMs, expected) => {
  const { admin, tenant, member, audit } = await impatient();
  tenant.faults.latencyMs = latencyMs;

  const list = await outcomeOf(await admin.call(listUsers, {}));
  const blocking = await outcomeOf(await block(admin, member.user_id));
  tenant.faults.latencyMs = 0;
  const afterwards = await outcomeOf(await block(admin, member.user_id));

  expect([list, blocking, afterwards]).toEqual([expected, expected, '200']);
  expect(audit.entries.at(-1)).toMatchObject({ outcome: 'done' });
  tally.seen({ fault: `the tenant ${what}`, admin: list, recovered: afterwards === '200' });
});

it.each<[string, Fault, string]>([
  ['fails for good', { kind: 'status', status: 503 }, '503 auth0-unavailable'],
  ['cuts every connection', { kind: 'drop' }, '503 auth0-unavailable'],
  ['is silent for good', { kind: 'silence' }, '503 auth0-unavailable'],
  ['limits every call', { kind: 'status', status: 429 }, '429 busy'],
  ['sends half of its JSON', { kind: 'truncated' }, '502 auth0-refused'],
  ['sends a web page', { kind: 'html' }, '503 auth0-unavailable'],
])('says what is wrong when the tenant %s, within its deadline', async (what, failWith, outcome) => {
  const { admin, tenant, clock } = await impatient();
  Object.assign(tenant.faults, { failRate: 1, failWith });

  const response = await admin.call(listUsers, {});

  expect(await outcomeOf(response)).toBe(outcome);
  expect(response.headers.has('retry-after')).toBe(!outcome.startsWith('502'));

  tenant.faults.failRate = 0;
  clock.now += 60_000;
  const afterwards = await outcomeOf(await admin.call(listUsers, {}));
  expect(afterwards).toBe('200');
  tally.seen({ fault: `the tenant ${what}`, admin: outcome, recovered: afterwards === '200' });
});

it('does not call a list empty when there is no search at the tenant’s address', async () => {
  const { admin } = await impatient({
    between: async (request, pass) =>
      request.url.includes('/api/v2/users?') ? new Response('Not Found', { status: 404 }) : pass(request),
  });

  const outcome = await outcomeOf(await admin.call(listUsers, {}));

  expect(outcome).toBe('502 auth0-refused');
});

it('asks for a narrower search when Auth0 gives up looking, and does not make it look again', async () => {
  const message = 'The query exceeded the timeout. Please try refining your search criteria.';
  let searches = 0;
  const { admin, lines } = await impatient({
    async between(request, pass) {
      if (!request.url.includes('/api/v2/users?')) return pass(request);
      searches += 1;
      return Response.json({ statusCode: 503, error: 'Service Unavailable', message }, { status: 503 });
    },
  });

  const response = await admin.call(listUsers, { query: { q: 'name:*ann*' } });

  expect(await outcomeOf(response)).toBe('400 invalid-search');
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining('more exact') });
  expect(searches).toBe(1);
  expect(lines.at(-1)?.faults).toMatchObject([{ status: 503, code: 'search_timeout' }]);
});

it('tells how long Auth0’s limit lasts, and asks nothing until then', async () => {
  const { admin, tenant, clock } = await impatient();
  const reset = String(clock.now / 1000 + 30);
  tenant.faults.next.push({ kind: 'status', status: 429, headers: { 'x-ratelimit-reset': reset } });

  const first = await admin.call(listUsers, {});
  const calls = tenant.calls.length;
  const second = await admin.call(listUsers, {});

  expect([await outcomeOf(first), first.headers.get('retry-after')]).toEqual(['429 busy', '30']);
  expect(await outcomeOf(second)).toBe('429 busy');
  expect(tenant.calls.length).toBe(calls);
});

it('asks again when the limit is over', async () => {
  const { admin, tenant, clock } = await impatient();
  const reset = String(clock.now / 1000 + 30);
  tenant.faults.next.push({ kind: 'status', status: 429, headers: { 'x-ratelimit-reset': reset } });
  await admin.call(listUsers, {});

  clock.now += 30_000;
  const response = await admin.call(listUsers, {});

  expect(response.status).toBe(200);
  tally.seen({ fault: 'a limit that says how long', admin: '429 busy', recovered: response.ok });
});

it.each([
  ['/roles', 'roles'],
  ['/user-blocks/', 'bruteForceBlocks'],
  ['/authentication-methods', 'authenticationMethods'],
])('shows a user without %s when only that fails', async (path, part) => {
  const { admin, member, lines } = await impatient({
    between: async (request, pass) =>
      request.url.includes(path) ? new Response(null, { status: 500 }) : pass(request),
  });

  const page = await (await admin.call(getUser, { params: { userId: member.user_id } })).json();

  const ready = { state: 'ready' };
  expect(page).toMatchObject({
    user: { user_id: member.user_id },
    ...{ roles: ready, bruteForceBlocks: ready, authenticationMethods: ready },
    [part]: { state: 'failed' },
  });
  expect(lines.at(-1)).toMatchObject({ status: 200, faults: [{ status: 500 }] });
});

it('says that the vendor’s plan lacks a part', async () => {
  const refusal = { statusCode: 403, error: 'Forbidden', errorCode: 'insufficient_entitlement' };
  const { admin, member } = await impatient({
    between: async (request, pass) =>
      request.url.includes('/authentication-methods')
        ? Response.json(refusal, { status: 403 })
        : pass(request),
  });

  const page = await (await admin.call(getUser, { params: { userId: member.user_id } })).json();

  expect(page.authenticationMethods).toEqual({ state: 'unentitled' });
});

it('lets nobody in on an old answer when the tenant is away', async () => {
  const { admin, tenant, clock } = await impatient();
  Object.assign(tenant.faults, { failRate: 1, failWith: { kind: 'drop' } });

  clock.now += 60_000;
  const outcome = await outcomeOf(await admin.call(getMe, {}));

  expect(outcome).toBe('503 auth0-unavailable');
});

it('lets people in again as soon as the tenant is back', async () => {
  const { admin, tenant, clock } = await impatient();
  clock.now += 60_000;
  tenant.faults.failRate = 1;
  await admin.call(getMe, {});

  tenant.faults.failRate = 0;
  const response = await admin.call(getMe, {});

  expect(response.status).toBe(200);
});

it('stops asking when the browser goes away', async () => {
  const leaving = new AbortController();
  const aborted: string[] = [];
  const { admin, lines } = await impatient({
    between(request, pass) {
      if (request.url.includes('/api/v2/users?')) {
        request.signal.addEventListener('abort', () => aborted.push('list'));
        // As the Node adapter does it: the reason is a text.
        setImmediate(() => leaving.abort('Client connection prematurely closed.'));
        return new Promise((_, reject) =>
          request.signal.addEventListener('abort', () => reject(request.signal.reason)),
        );
      }
      return pass(request);
    },
  });

  const response = await admin.call(listUsers, {}, { signal: leaving.signal });

  expect(aborted).toEqual(['list']);
  expect(response.status).toBe(499);
  expect(lines.at(-1)).toMatchObject({ status: 499, level: 'info' });
});
