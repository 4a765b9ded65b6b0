import { expect, it } from 'vitest';
import type { Seed } from '#tenant/model.ts';
import { demoSeed } from './demo-seed.ts';
import { canary } from './names.ts';

const seed = demoSeed({ spaUrls: ['http://localhost:4200'] });

function logOf({ users, logsOf }: Seed, email: string) {
  const profile = users.find((record) => record.profile.email === email)?.profile;
  if (!profile || !logsOf) throw new Error(`nobody has ${email}`);
  return { profile, log: logsOf(profile) };
}

it('tells the same history each time, newest first', () => {
  const { log } = logOf(seed, 'ada@acme.example');

  expect(log).toEqual(logOf(seed, 'ada@acme.example').log);
  expect(log.length).toBeGreaterThan(3);
  expect(log.map(({ date }) => date)).toEqual(
    log
      .map(({ date }) => date)
      .sort()
      .reverse(),
  );
});

it('has the last sign-in where the profile says it was', () => {
  const { profile, log } = logOf(seed, 'jane.doe@acme.example');

  const newest = log.find(({ type }) => type === 's');

  expect(newest?.date).toBe(profile.last_login);
});

it('has no sign-in of somebody who never signed in', () => {
  const { log } = logOf(seed, 'dionysia@acme.example');

  expect(log.map(({ type }) => type)).toEqual(['ss']);
});

it('shows that a blocked person was refused', () => {
  const { log } = logOf(seed, 'boris@acme.example');

  expect(log[0]).toMatchObject({ type: 'f', description: 'user is blocked' });
});

it('shows how a locked-out person came to be so', () => {
  const { log } = logOf(seed, "sean.o'brien@acme.example");

  expect(log.map(({ type }) => type).filter((type) => type === 'fp').length).toBeGreaterThanOrEqual(10);
  expect(log.map(({ type }) => type)).toContain('limit_wc');
});

it('keeps the past as it was when somebody signs in again', () => {
  const { profile, log } = logOf(seed, 'ada@acme.example');

  const later =
    seed.logsOf?.({ ...profile, last_login: '2026-10-01T10:00:00.000Z', logins_count: 413 }) ?? [];

  expect(later.every(({ date }) => date < '2026-10-01')).toBe(true);
  expect(later.length).toBeGreaterThan(log.length / 2);
});

it('gives every entry an id of its own, of sixty digits', () => {
  const ids = seed.users.flatMap(({ profile }) => seed.logsOf?.(profile) ?? []).map(({ log_id }) => log_id);

  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !/^\d{60}$/.test(id))).toEqual([]);
});

it('hides a canary in the details, and names the other organizations of a shared person', () => {
  const { log } = logOf(seed, 'shared@acme.example');

  expect(JSON.stringify(log.map(({ details }) => details))).toContain(canary);
  expect(JSON.stringify(log.map(({ details, ...rest }) => rest))).not.toContain(canary);
  expect(new Set(log.map(({ organization_name }) => organization_name))).toEqual(
    new Set(['', 'acme', 'globex']),
  );
});
