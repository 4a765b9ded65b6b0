import { expect, it } from 'vitest';
import { crowdOf } from './crowd.ts';
import { organizationPlans } from './organizations.ts';

const today = Date.parse('2026-10-01');
const [acme] = organizationPlans(64);

function crowd(count: number) {
  if (!acme) throw new Error('Acme is the first plan');
  return crowdOf(acme, count, today, new Set(['taken@acme.example']));
}

it('lets nobody sign in before his account was made, or after today', () => {
  const impossible = crowd(3000).filter(({ profile: { created_at, last_login, updated_at } }) => {
    const dates = [created_at, last_login ?? created_at, updated_at].map(Date.parse);
    return dates.some((date) => date > today) || (last_login ?? created_at) < created_at;
  });

  expect(impossible).toEqual([]);
});

it('creates some people at the same moment, at most five', () => {
  const moments = new Map<string, number>();

  for (const { profile } of crowd(3000)) {
    moments.set(profile.created_at, (moments.get(profile.created_at) ?? 0) + 1);
  }

  const together = [...moments.values()].filter((count) => count > 1);
  expect(together.length).toBeGreaterThan(50);
  expect(Math.max(...together)).toBe(5);
});

it('is spread over years and mixed in its states', () => {
  const people = crowd(3000).map(({ profile }) => profile);
  const share = (matches: (person: (typeof people)[number]) => boolean) =>
    people.filter(matches).length / 3000;

  expect(new Set(people.map(({ created_at }) => created_at.slice(0, 4))).size).toBeGreaterThan(6);
  expect(share(({ blocked }) => blocked === true)).toBeCloseTo(0.03, 1);
  expect(share(({ logins_count }) => logins_count === undefined)).toBeCloseTo(0.09, 1);
  expect(share(({ identities: [primary] }) => primary?.provider === 'auth0')).toBeGreaterThan(0.5);
});

it('gives no address that is taken already', () => {
  const taken = new Set(crowd(200).flatMap(({ profile }) => profile.email ?? []));
  const before = taken.size;
  if (!acme) throw new Error('Acme is the first plan');

  const others = crowdOf(acme, 200, today, taken).flatMap(({ profile }) => profile.email ?? []);

  expect(taken.size).toBe(before + others.length);
});
