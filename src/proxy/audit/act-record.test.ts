import { expect, it } from 'vitest';
import { Problem } from '../problem.ts';
import { actRecord } from './act-record.ts';
import { createMemoryAudit } from './memory-audit.ts';

const who = { requestId: 'r', actor: 'auth0|ada', organization: 'Acme', act: 'createUser' };

function start() {
  const audit = createMemoryAudit();
  const faults: unknown[] = [];
  const world = { now: () => 1_000, report: (error: unknown) => void faults.push(error) };
  return { audit, faults, record: actRecord(audit, () => who, world) };
}

it('tells of an act that made someone who he is', async () => {
  const { audit, record } = start();
  const on = { target: null, after: { email: 'jane@acme.example' } };

  await record.perform(
    { ...on, made: (id: string) => ({ target: id, targetName: 'Jane' }) },
    async () => 'auth0|1',
  );

  const [row] = await audit.list({ organization: 'Acme', target: 'jane' }, { limit: 1 });
  expect(row).toMatchObject({ target: 'auth0|1', targetName: 'Jane', outcome: 'done' });
});

it('does not write what cannot be put on record', async () => {
  const audit = { ...createMemoryAudit(), begin: () => Promise.reject(new Error('disk full')) };
  const record = actRecord(audit, () => who, { now: () => 1, report: () => {} });
  let written = false;

  const writing = record.perform({ target: null }, async () => {
    written = true;
  });

  await expect(writing).rejects.toEqual(new Problem('audit-unavailable'));
  expect(written).toBe(false);
});

it('records one refusal, and none of an act that has begun', async () => {
  const { audit, record } = start();
  await record.refuse('auth0|x', 'outranked');
  await record.refuse('auth0|x', 'own-account');
  const begun = start();
  await begun.record.perform({ target: 'auth0|x' }, async () => {});
  await begun.record.refuse('auth0|x', 'outranked');

  expect([audit, begun.audit].map(({ entries }) => entries.map(({ outcome }) => outcome))).toEqual([
    ['refused'],
    ['done'],
  ]);
});
