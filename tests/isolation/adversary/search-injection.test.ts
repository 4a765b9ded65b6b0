import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pathTo } from '#contract/route.ts';
import { listUsers } from '#contract/routes.ts';
import { maximumSearchLength, userSort, userStatus } from '#contract/search.ts';
import { canary } from '#mocks/seed/names.ts';
import { answerOf } from '../../support/answer-of.ts';
import { attackTally } from '../../support/attack-tally.ts';
import { startProxy } from '../../support/start-proxy.ts';

const tally = attackTally(
  'Search injection',
  'see, count or order users of other organizations by what is typed into the search',
);

/**
 * The same organization twice: among other customers' users, and alone. What an admin can tell apart tells of an
 * outsider.
 */
async function worlds() {
  return Promise.all(
    [true, false].map(async (withOutsiders) => {
      const started = await startProxy({ adminOf: 'Globex' });
      const { addPerson, as, tenant } = started;
      for (let number = 0; number < 12; number += 1)
        addPerson({ memberOf: 'Acme', profile: profileOf(number) });
      const admin = await as(
        addPerson({
          memberOf: 'Acme',
          role: 'administrator',
          profile: { user_id: 'auth0|ada', email: 'ada@acme.example' },
        }),
      );
      const outsiders = withOutsiders ? outside.map((profile) => addPerson({ profile })) : [];
      await admin.send('/me');
      return { admin, tenant, outsiders };
    }),
  );
}

/** Members, each known by a number. */
function profileOf(number: number) {
  return {
    user_id: `auth0|member-${number}`,
    email: `member-${number}@acme.example`,
    name: `Member ${number}`,
    logins_count: number,
    app_metadata: { organization: 'Acme', department: 'Sales' },
    user_metadata: { hobby: 'chess' },
  };
}

/** Outsiders whom a search would find by the same words, first or last in any order. */
const outside = [
  { organization: 'Globex' },
  { organization: 'acme' },
  { organization: 'Acme Labs' },
  { organization: ['Globex', 'Initech'] },
  { organization: '*' },
  { organization: { name: 'Acme' } },
  {},
].map((app_metadata, number) => ({
  user_id: `auth0|outsider-${number}`,
  email: number % 2 ? `aaa-${number}@acme.example` : `zzz-${number}@globex.example`,
  name: `${number % 2 ? 'Aaron' : 'Zed'} Member ${canary}`,
  logins_count: number * 1000,
  blocked: true,
  app_metadata: { ...app_metadata, department: 'Sales' },
  user_metadata: { organization: 'Acme', hobby: 'chess' },
}));

/** What has opened other products, and what our own grammar could be misread by. */
const known = [
  '*',
  '*:*',
  'a*',
  '**',
  'user_id:*',
  '" OR user_id:*',
  '") OR (user_id:*',
  '\\") OR (user_id:*',
  '\\\\") OR (user_id:*',
  'x) OR (app_metadata.organization:Globex',
  'x") OR app_metadata.organization:("Globex"',
  'app_metadata.organization:"Globex"',
  'app_metadata.organization:*',
  'app_metadata.organization:[* TO *]',
  'app_metadata.*:Globex',
  'app_metadata.department:Sales',
  'user_metadata.hobby:chess',
  'user_metadata.organization:Acme',
  'organization:Globex',
  'NOT organization:Acme',
  '-organization:Acme',
  '!organization:Acme',
  'NOT (organization:Acme)',
  '_exists_:app_metadata.organization',
  '_exists_:user_metadata.hobby',
  '_missing_:blocked',
  'name:x OR email:*globex*',
  'name:* OR name:*',
  'a OR NOT a',
  'NOT a',
  'a AND NOT b) OR (c',
  'a || b',
  'a && !b',
  '+a -b',
  '/.*/',
  'name:/.*/',
  'name:~2 OR user_id:x~',
  'name:Zed~',
  'name:Zed^4',
  'name:[* TO *]',
  'name:{a TO z}',
  'logins_count:[0 TO *]',
  'logins_count:>0',
  'created_at:[2000-01-01 TO 2100-01-01]',
  'last_login:[* TO *] OR user_id:*',
  'identities.connection:*',
  'identities.profileData.email:*',
  'organization_id:org_1',
  'blocked:true',
  'name:"Zed Member"',
  'ｎａｍｅ：Zed',
  'name：Zed',
  'n\u0430me:Zed',
  '\u201dOR user_id:*',
  '\u0000" OR user_id:*',
  'a\nOR user_id:*',
  'a\r\n\r\nGET /api/v2/users',
  '%22%20OR%20user_id%3A*',
  '&q=user_id:*',
  '&include_totals=false&fields=user_metadata',
  '{"$ne":null}',
  "' OR '1'='1",
  '$user_id',
  '{{user_id}}',
  '@@admin.organization',
  '__proto__:x',
  'constructor:x',
  'toString:x',
  'name:'.repeat(90),
  '('.repeat(maximumSearchLength),
  `${'('.repeat(200)}a${')'.repeat(200)}`,
  'NOT '.repeat(120),
  'a OR '.repeat(99),
  'x'.repeat(maximumSearchLength + 1),
  '"'.repeat(99),
  '\\'.repeat(99),
];

const [among, alone] = await worlds();

/** Sends the same to both, and compares all that an admin could see or wait for. */
async function compare(path: string): Promise<void> {
  const [seen, expected] = await Promise.all([traceOf(among, path), traceOf(alone, path)]);
  const leak = JSON.stringify(seen) !== JSON.stringify(expected) || seen?.text.includes(canary);
  tally.attempt(leak ? path : null);
  expect(seen).toEqual(expected);
  expect(seen?.text).not.toContain(canary);
}

async function traceOf(world: typeof among, path: string) {
  if (!world) return null;
  const before = world.tenant.calls.length;
  const answer = await answerOf(await world.admin.send(path));
  const calls = world.tenant.calls.slice(before).map(({ method, path, query }) => [method, path, query]);
  return { ...answer, calls };
}

it.each(known)('answers the search %j as if nobody else were in the tenant', async (q) => {
  for (const sort of ['created_at:-1', 'name:1', 'logins_count:-1'] as const)
    await compare(pathTo(listUsers, { query: { q, sort } }));
});

it('answers any search that fast-check makes as if nobody else were in the tenant', async () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(...'()[]{}"\\:*?~^/+-!&|'),
    fc.constantFrom(
      ' OR ',
      ' AND ',
      ' NOT ',
      ' TO ',
      'user_id:',
      'name:',
      '_exists_:',
      'Globex',
      'Zed',
      'Member',
    ),
    fc.constantFrom(
      'app_metadata.organization:',
      'user_metadata.',
      'status:',
      'connection:',
      'logins_count:>',
    ),
  );
  const search = fc.array(pieces, { minLength: 1, maxLength: 10 }).map((parts) => parts.join(''));
  const query = fc.record({
    q: search.filter((text) => text.isWellFormed()),
    sort: fc.constantFrom(...userSort.options),
    status: fc.option(fc.constantFrom(...userStatus.options), { nil: undefined }),
    per_page: fc.constantFrom('25' as const, '100' as const),
  });

  await fc.assert(
    fc.asyncProperty(query, (wanted) => compare(pathTo(listUsers, { query: wanted }))),
    { numRuns: 400 },
  );
}, 60_000);
