import fc from 'fast-check';
import { expect, it } from 'vitest';
import { userStatus } from '#contract/search.ts';
import type { UserRecord } from '#tenant/model.ts';
import { startSearchableTenant } from '#tests/support/searchable-tenant.ts';
import { allOf, anyOf, everyone, field, nobody, not } from '../policy/filter.ts';
import type { Auth0Row } from '../tenant/answers.ts';
import { hasStatus } from './search-clauses.ts';
import { filterQuery, matchesFilter, type UserFilter } from './user-filter.ts';

/** Values that search grammars trip over. */
const texts = [
  'a',
  'A',
  '5',
  'true',
  'R&D "x" (y)',
  'a*',
  '*',
  '\\',
  'ÄÖ',
  '  ',
  '5.0',
  '-1',
  'AND',
  'a:b',
  '~',
  'x/y',
];
const scalar = fc.oneof(fc.constantFrom(...texts), fc.constantFrom(0, 5, 1.5), fc.boolean());
const stored = fc.oneof(
  scalar,
  fc.array(fc.oneof(scalar, fc.constant(null), fc.constant({ b: 'a' }), fc.array(scalar, { maxLength: 2 })), {
    maxLength: 3,
  }),
  fc.constantFrom(null, {}, { b: 'a' }, { a: { b: 1 } }),
);
const metadata = fc.dictionary(fc.constantFrom('a', 'b', 'toString'), stored, { maxKeys: 3 });

const person = fc.record(
  {
    username: fc.constantFrom('jane', 'a', '5'),
    email: fc.constantFrom('Jane@Acme.example', 'jane@globex.example', 'a@ACME.example'),
    name: fc.constantFrom('Jane', 'jane', 'R&D "x" (y)', 'Ä'),
    blocked: fc.boolean(),
    email_verified: fc.boolean(),
    logins_count: fc.constantFrom(0, 3),
    app_metadata: metadata,
    user_metadata: metadata,
  },
  { requiredKeys: [] },
);
const population = fc.array(fc.tuple(person, fc.constantFrom('Database', 'sms')), {
  minLength: 1,
  maxLength: 12,
});

const leaf = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('app_metadata.a', 'app_metadata.b', 'user_metadata.a', 'user_metadata.toString'),
      scalar,
    )
    .map(([path, value]) => field(path as 'app_metadata.a').is(value)),
  fc
    .constantFrom('app_metadata.a', 'user_metadata.b', 'email', 'blocked', 'logins_count')
    .map((path) => field(path as 'email').exists()),
  fc.constantFrom(
    field('email').is('jane@acme.example'),
    field('email.domain').is('acme.example'),
    field('name').is('JANE'),
    field('name').is('R&D "x" (y)'),
    field('username').is('jane'),
    field('username').is('JANE'),
    field('blocked').is(true),
    field('blocked').is(false),
    field('email_verified').is(false),
    field('logins_count').is(0),
    field('logins_count').is(3),
    ...userStatus.options.map((status) => hasStatus(status, 'Acme')),
    field('identities.connection').is('sms'),
    field('identities.connection').isOneOf(['Database', 'sms']),
    everyone,
    nobody,
  ),
);
const { tree } = fc.letrec<{ tree: UserFilter }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }).map((of) => allOf(...of)),
    fc.array(tie('tree'), { maxLength: 3 }).map((of) => anyOf(...of)),
    tie('tree').map(not),
  ),
}));

function recordOf([profile, connection]: [object, string], index: number): UserRecord {
  const id = String(index).padStart(24, '0');
  const time = '2026-01-01T00:00:00.000Z';
  const identity = { connection, provider: 'auth0', user_id: id, isSocial: false };
  const whole = {
    name: 'Nobody',
    user_id: `auth0|${id}`,
    created_at: time,
    updated_at: time,
    identities: [identity],
  };
  return { profile: { ...whole, ...profile } };
}

it('finds by search exactly those whom it covers', async () => {
  await fc.assert(
    fc.asyncProperty(population, fc.array(tree, { minLength: 1, maxLength: 8 }), async (people, trees) => {
      const records = people.map(recordOf);
      const { ask } = await startSearchableTenant(records);
      for (const filter of trees) {
        const q = filterQuery(filter);
        const { users } = await ask({ q, per_page: 50, include_totals: true, search_engine: 'v3' });

        const found = users.map(({ user_id }) => user_id).sort();
        const covered = records.filter(({ profile }) => matchesFilter(filter, profile as Auth0Row));
        expect({ q, found }).toEqual({ q, found: covered.map(({ profile }) => profile.user_id).sort() });
      }
    }),
    { numRuns: 40 },
  );
}, 30_000);

it('is one group, whatever it looks for', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const q = filterQuery(field('app_metadata.a').is(text));

      expect(q.replace(/"(?:\\.|[^"\\])*"/gs, '""')).toMatch(
        /^(app_metadata\.a:""|\(app_metadata\.a:"" OR app_metadata\.a:[\w.]+\))$/,
      );
    }),
  );
});

it('refuses to be longer than an address can be', () => {
  const departments = Array.from({ length: 200 }, (_, index) => `department ${index}`);

  expect(() => filterQuery(field('app_metadata.department').isOneOf(departments))).toThrow(RangeError);
});
