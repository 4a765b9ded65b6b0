import { expect, it } from 'vitest';
import type { Seed, UserRecord } from '#tenant/model.ts';
import { demoPeople, demoSeed, noUsersSeed } from './demo-seed.ts';
import { organizationsOf } from './known-people.ts';
import { canary, organizationNames, roleNames } from './names.ts';

const spaUrls = ['http://localhost:4200'];
const everyone = (seed: Seed): UserRecord[] => [...seed.users, ...(seed.crowd?.() ?? [])];
const membersOf = (seed: Seed, organization: string) =>
  everyone(seed).filter(({ profile }) => organizationsOf(profile).includes(organization));

it('is the same tenant whenever the options are the same', () => {
  const [one, other] = [demoSeed({ spaUrls, size: 300 }), demoSeed({ spaUrls, size: 300 })];

  expect(everyone(one)).toEqual(everyone(other));
  expect({ ...one, crowd: undefined, logsOf: undefined }).toEqual({
    ...other,
    crowd: undefined,
    logsOf: undefined,
  });
});

it('is the same all day long, and on another day has other dates and the same ids', () => {
  const morning = demoSeed({ spaUrls, now: Date.parse('2026-11-20T06:00:00Z') });
  const evening = demoSeed({ spaUrls, now: Date.parse('2026-11-20T23:59:59Z') });
  const tomorrow = demoSeed({ spaUrls, now: Date.parse('2026-11-21T00:00:00Z') });
  const ids = (seed: Seed) => everyone(seed).map(({ profile }) => profile.user_id);

  expect(everyone(evening)).toEqual(everyone(morning));
  expect(ids(tomorrow)).toEqual(ids(morning));
  expect(everyone(tomorrow)).not.toEqual(everyone(morning));
});

it.each([25, 64, 5000])('has as many members of Acme as it is asked for: %i', (size) => {
  expect(membersOf(demoSeed({ spaUrls, size }), organizationNames.acme)).toHaveLength(size);
});

it('adds people to a small tenant to make a large one, and changes none', () => {
  const large = new Set(everyone(demoSeed({ spaUrls, size: 1000 })).map((record) => JSON.stringify(record)));

  const small = everyone(demoSeed({ spaUrls, size: 500 }));

  expect(small.filter((record) => !large.has(JSON.stringify(record)))).toEqual([]);
});

it('gives every customer the people he is meant to have', () => {
  const seed = demoSeed({ spaUrls });

  const sizes = Object.values(organizationNames).map((name) => [name, membersOf(seed, name).length]);

  expect(Object.fromEntries(sizes)).toEqual({
    Acme: 64,
    'Acme Labs': 18,
    acme: 4,
    Globex: 1300,
    Initech: 3,
    'Okonkwo Translations': 1,
    'Zoë & Söhne "Süd" (AND/OR) \\ Co: *': 9,
    株式会社さくら: 12,
    Northwind: 40,
    'Vandelay Industries': 0,
    'Orbit Software': 2,
  });
});

it('gives nobody the id or the login of another', () => {
  const people = everyone(demoSeed({ spaUrls, size: 5000 })).map(({ profile }) => profile);
  const logins = people.map(({ identities: [primary], email, phone_number }) =>
    [primary?.connection, email ?? phone_number].join(' '),
  );
  const usernames = people.flatMap(({ username }) => username ?? []);

  expect(new Set(people.map(({ user_id }) => user_id)).size).toBe(people.length);
  expect(new Set(logins).size).toBe(logins.length);
  expect(new Set(usernames).size).toBe(usernames.length);
});

it('keeps each username within what its connection allows', () => {
  const usernames = everyone(demoSeed({ spaUrls, size: 5000 })).flatMap(
    ({ profile }) => profile.username ?? [],
  );

  expect(usernames.length).toBeGreaterThan(100);
  expect(usernames.filter((name) => !/^[a-z0-9@^$.!`\-#+'~_,]{1,15}$/.test(name))).toEqual([]);
});

it.each(demoPeople)(
  'knows the demo person $name, with the role and organizations he is said to have',
  (person) => {
    const seed = demoSeed({ spaUrls, size: 25 });

    const record = seed.users.find(({ profile }) => profile.email === person.email);

    expect(record?.password).toBe(person.password);
    expect(organizationsOf(record?.profile ?? { ...noProfile })).toEqual(person.organizations);
    expect(record?.roles?.map((id) => seed.roles.find((role) => role.id === id)?.name)).toEqual(
      person.role === '' ? [] : [person.role],
    );
  },
);

const noProfile = { user_id: '', identities: [], created_at: '', updated_at: '', name: '' };

it('has someone for every Steward role', () => {
  const roles = new Set(demoPeople.map(({ role }) => role));

  expect([...Object.values(roleNames), '']).toEqual(expect.arrayContaining([...roles]));
  expect(roles.size).toBe(5);
});

it('hides a canary in everything that no admin may see, and in nothing that he may', () => {
  const seed = demoSeed({ spaUrls, size: 25 });
  const acmes = membersOf(seed, organizationNames.acme);
  const seen = acmes.map(({ profile }) => ({
    ...profile,
    identities: profile.identities.map(({ profileData, ...identity }) => ({
      ...identity,
      ...{ name: profileData?.name },
    })),
    app_metadata: { ...profile.app_metadata, internal_notes: undefined, credit_limit: undefined },
    user_metadata: { ...profile.user_metadata, home_address: undefined },
  }));

  expect(JSON.stringify(seen)).not.toContain(canary);
  expect(
    acmes.filter(({ profile }) => JSON.stringify(profile.app_metadata).includes(canary)).length,
  ).toBeGreaterThan(15);
  expect(JSON.stringify(acmes.flatMap(({ profile }) => profile.identities))).toContain(canary);
  expect(JSON.stringify(acmes.flatMap((record) => record.authenticationMethods ?? []))).toContain(canary);
});

it('shows a person in every state, of every connection, at the smallest size', () => {
  const acmes = membersOf(demoSeed({ spaUrls, size: 25 }), organizationNames.acme);
  const profiles = acmes.map(({ profile }) => profile);

  expect(profiles.some(({ blocked }) => blocked)).toBe(true);
  expect(profiles.some(({ email_verified }) => email_verified === false)).toBe(true);
  expect(profiles.some(({ last_login }) => last_login === undefined)).toBe(true);
  expect(acmes.some(({ bruteForceBlocks = [] }) => bruteForceBlocks.length > 0)).toBe(true);
  expect(new Set(profiles.map(({ identities: [primary] }) => primary?.connection)).size).toBe(6);
});

it('has nobody at all when no users are wanted', () => {
  const seed = noUsersSeed({ spaUrls });

  expect(seed.users).toEqual([]);
  expect(seed.crowd).toBeUndefined();
  expect(seed.clients.map(({ client_id }) => client_id)).toContain('steward-proxy');
});
