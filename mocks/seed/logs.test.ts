import { expect, it } from 'vitest';
import type { Seed, UserRecord } from '#tenant/model.ts';
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

/** Those whom brute-force protection keeps out from one address, with what led to it. */
function lockedIn(users: UserRecord[]) {
  return users.flatMap(({ profile, bruteForceBlocks: [block] = [] }) =>
    block?.ip === undefined ? [] : [{ block, log: seed.logsOf?.(profile) ?? [] }],
  );
}

it.each([
  ['known by name', seed.users],
  ['in the crowd', seed.crowd?.() ?? []],
])('shows how those %s came to be locked out, from the address that is blocked', (_, users) => {
  const locked = lockedIn(users);

  expect(locked.length).toBeGreaterThan(1);
  for (const { block, log } of locked) {
    const blocked = log.findIndex(({ type }) => type === 'limit_wc');
    const entries = log.slice(blocked, blocked + 11);
    expect(entries.map(({ type }) => type)).toEqual(['limit_wc', ...Array(10).fill('fp')]);
    expect(entries.every(({ ip, user_name }) => ip === block.ip && user_name === block.identifier)).toBe(
      true,
    );
  }
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
