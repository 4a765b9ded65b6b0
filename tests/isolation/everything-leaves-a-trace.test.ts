import { expect, it } from 'vitest';
import type { AuditLog } from '#proxy/audit/audit-log.ts';
import { createMemoryAudit } from '#proxy/audit/memory-audit.ts';
import { block, type Started } from '../support/blocking.ts';
import { outcomeOf, startProxy } from '../support/start-proxy.ts';

it('puts the act on record before it happens, and how it ended after', async () => {
  const order: string[] = [];
  const audit = createMemoryAudit();
  const watched: AuditLog = {
    ...audit,
    begin(act) {
      order.push('begin');
      return audit.begin(act);
    },
    complete(id, end) {
      order.push('complete');
      return audit.complete(id, end);
    },
  };
  const started = await startProxy({
    audit: watched,
    between(request, pass) {
      if (request.method === 'PATCH') order.push('write');
      return pass(request);
    },
  });
  const { user_id } = started.addPerson({ memberOf: 'Acme' });

  const response = await block(started.admin, user_id);

  expect(order).toEqual(['begin', 'write', 'complete']);
  expect(audit.entries).toMatchObject([
    {
      actor: started.admin.person.user_id,
      organization: 'Acme',
      act: 'setUserBlocked',
      target: user_id,
      before: { blocked: false },
      after: { blocked: true },
      outcome: 'done',
      requestId: response.headers.get('x-request-id'),
    },
  ]);
});

it('does not write what it cannot put on record', async () => {
  const audit: AuditLog = { ...createMemoryAudit(), begin: () => Promise.reject(new Error('disk full')) };
  const started = await startProxy({ audit });
  const { user_id } = started.addPerson({ memberOf: 'Acme' });

  const outcome = await outcomeOf(await block(started.admin, user_id));

  expect(outcome).toBe('503 audit-unavailable');
  expect(started.tenant.calls.filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('tells the truth about a write whose record could not be finished', async () => {
  const audit = createMemoryAudit();
  const started = await startProxy({
    audit: { ...audit, complete: () => Promise.reject(new Error('disk full')) },
  });
  const { user_id } = started.addPerson({ memberOf: 'Acme' });

  const outcome = await outcomeOf(await block(started.admin, user_id));

  expect(outcome).toBe('200');
  expect(audit.entries).toMatchObject([{ outcome: 'unknown' }]);
  expect(started.lines.at(-1)?.faults).toMatchObject([{ name: 'Error' }]);
});

it('sends the request id along, so that the tenant’s own log can be matched', async () => {
  let correlation: string | null = null;
  const started = await startProxy({
    between(request, pass) {
      if (request.method === 'PATCH') correlation = request.headers.get('x-correlation-id');
      return pass(request);
    },
  });
  const { user_id } = started.addPerson({ memberOf: 'Acme' });

  const response = await block(started.admin, user_id);

  expect(correlation).toBe(response.headers.get('x-request-id'));
});

it.each<[string, (started: Started) => Promise<Response>, string]>([
  ['an act on himself', ({ admin }) => block(admin, admin.person.user_id), 'own-account'],
  [
    'an act on a stranger',
    (started) => block(started.admin, started.addPerson({ memberOf: 'Globex' }).user_id),
    'user-not-found',
  ],
  [
    'an act that is no sense',
    ({ admin }) => admin.send('/users/auth0%7Cx/blocked', { method: 'PUT' }),
    'unsupported-media-type',
  ],
  [
    'an act in an organization that is not his',
    ({ admin }) => admin.send('/users/auth0%7Cx/blocked', { method: 'PUT', organization: 'Globex' }),
    'organization-refused',
  ],
])('puts on record that it refused %s', async (_, act, problem) => {
  const started = await startProxy();

  await act(started);

  expect(started.audit.entries).toMatchObject([
    { actor: started.admin.person.user_id, act: 'setUserBlocked', outcome: 'refused', problem },
  ]);
});

it('puts on record that it refused someone without the permission', async () => {
  const started = await startProxy({ role: 'auditor' });

  await block(started.admin, 'auth0|x');

  expect(started.audit.entries).toMatchObject([
    { target: 'auth0|x', organization: 'Acme', outcome: 'refused', problem: 'permission-missing' },
  ]);
});

it('keeps no record of reading', async () => {
  const started = await startProxy();

  await started.admin.send('/users/auth0%7Cx');

  expect(started.audit.entries).toEqual([]);
});
