import { expect, it } from 'vitest';
import { person } from './example-seed.ts';
import { startTenant } from './example-tenant.ts';
import { parseSearch } from './search-parser.ts';
import { SearchSyntaxError } from './search-tokens.ts';

const users = [
  person('ada', {
    given_name: 'Ada',
    app_metadata: { organization: 'Acme', dept: { code: 'x1' }, level: 3, tags: ['a', 'b'] },
    user_metadata: { addresses: [{ cities: 'Paris' }, { cities: 'Rome' }], note: 'secret' },
    logins_count: 5,
    last_login: '2025-12-31T23:59:59.500Z',
    blocked: true,
  }),
  person('bob', {
    email: 'BoB@Other.org',
    nickname: 'Ada',
    app_metadata: { organization: 'Acme "East" AND (x)' },
    logins_count: 10,
    last_login: '2026-01-01T00:00:00.000Z',
    blocked: false,
  }),
  person(
    'cyd',
    { app_metadata: { organization: ['Acme', 'Globex'] }, username: 'CydX' },
    { organizations: ['org_acme'] },
  ),
  person('dan smith', {
    email: undefined,
    email_verified: false,
    user_id: 'sms|1',
    connection: 'sms',
    provider: 'sms',
  }),
];

it.each([
  // Exact values, case, escapes
  ['app_metadata.organization:"Acme"', ['ada', 'cyd']],
  ['app_metadata.organization:"acme"', []],
  ['app_metadata.organization:Acme', ['ada', 'cyd']],
  ['app_metadata.organization:"Acme \\"East\\" AND (x)"', ['bob']],
  ['app_metadata.organization:Acme\\ \\"East\\"\\ AND\\ \\(x\\)', ['bob']],
  ['app_metadata.organization:("Acme" OR "Nobody")', ['ada', 'cyd']],
  ['app_metadata.dept.code:"x1"', ['ada']],
  ['app_metadata.dept:"x1"', []],
  ['app_metadata.tags:b', ['ada']],
  ['user_metadata.addresses.cities:"Rome"', ['ada']],
  ['email:"bob@OTHER.org"', ['bob']],
  ['username:cydx', []],
  ['username:CydX', ['cyd']],
  ['name:dan\\ smith', ['dan smith']],
  ['user_id:"sms|1"', ['dan smith']],
  ['identities.connection:"sms"', ['dan smith']],
  ['email.domain:"other.org"', ['bob']],
  ['organization_id:"org_acme"', ['cyd']],
  // Booleans, numbers, existence
  ['blocked:true', ['ada']],
  ['blocked:false', ['bob']],
  ['logins_count:5', ['ada']],
  ['NOT _exists_:logins_count OR logins_count:10', ['bob', 'cyd', 'dan smith']],
  ['_exists_:app_metadata.dept', ['ada']],
  // Wildcards
  ['email:ada*', ['ada']],
  ['email:*example*', ['ada', 'cyd']],
  ['email:b*org', ['bob']],
  ['email:a?a@example.com', ['ada']],
  ['email:a\\?a*', []],
  ['name:"a*"', []],
  ['app_metadata.organization:Acm*', []],
  ['email:*', ['ada', 'bob', 'cyd']],
  ['*', ['ada', 'bob', 'cyd', 'dan smith']],
  // Ranges
  ['logins_count:[5 TO 10}', ['ada']],
  ['logins_count:{5 TO 10]', ['bob']],
  ['logins_count:[6 TO *]', ['bob']],
  ['last_login:[2025-12-01 TO 2025-12-31]', ['ada']],
  ['last_login:{2025-12-31 TO *]', ['bob']],
  ['last_login:[* TO "2026-01-01T00:00:00.000Z"}', ['ada']],
  ['last_login:2025-12-31', ['ada']],
  ['app_metadata.level:[1 TO 5]', []],
  // Boolean operators
  ['email:ada* OR email:bob* AND blocked:false', ['ada', 'bob']],
  ['(email:ada* OR email:bob*) AND blocked:false', ['bob']],
  ['email:ada* email:cyd*', ['ada', 'cyd']],
  ['name:* AND NOT (blocked:true OR blocked:false)', ['cyd', 'dan smith']],
  ['name:* -blocked:true', ['bob', 'cyd', 'dan smith']],
  ['name:* AND !blocked:true', ['bob', 'cyd', 'dan smith']],
  ['email:ada* and email:bob*', ['ada', 'bob']],
  // Words without a field, fields that are not searched
  ['Ada', ['ada', 'bob']],
  ['Globex', ['cyd']],
  ['secret', []],
  ['picture:*', []],
  ['email.raw:"ada@example.com"', []],
  ['connection:sms', []],
])('finds by %s', async (q, expected) => {
  const { find } = await startTenant({ users });

  expect(await find(q)).toEqual(expected);
});

it.each([
  'a:',
  'a:(b',
  'a:b)',
  ') OR (a:b',
  '"open',
  'a:[1 TO',
  'a:[1 2]',
  'a AND',
  'OR a',
  'a:b:c',
  'a:b\\',
  'a:*x',
  'a:b~',
  '[a TO b]',
  '()',
])('refuses %s', async (q) => {
  const { call } = await startTenant({ users });

  const { status, body } = await call('GET', `/users?${new URLSearchParams({ q })}`);

  expect(status).toBe(400);
  expect(body).toMatchObject({ errorCode: 'invalid_query_string' });
});

it('refuses parentheses without end instead of failing', () => {
  expect(() => parseSearch('('.repeat(100_000))).toThrow(SearchSyntaxError);
});

it('sorts, with those without a value last in both directions', async () => {
  const { find } = await startTenant({ users });

  expect(await find('', 'logins_count:1')).toEqual(['ada', 'bob', 'cyd', 'dan smith']);
  expect(await find('', 'logins_count:-1')).toEqual(['bob', 'ada', 'cyd', 'dan smith']);
});

it.each(['app_metadata.level:1', 'picture:1', 'name', 'name:2'])('refuses to sort by %s', async (sort) => {
  const { call } = await startTenant({ users });

  expect(await call('GET', `/users?sort=${sort}`)).toMatchObject({ status: 400 });
});

it('pages a range of the order forwards and backwards', async () => {
  const many = Array.from({ length: 30 }, (_, day) =>
    person(`p${day}`, {
      created_at: new Date(Date.UTC(2026, 0, day + 1)).toISOString(),
      app_metadata: { organization: 'Acme' },
    }),
  );
  const { call } = await startTenant({ users: many });
  const page = async (sort: string, number: number) => {
    const q = 'app_metadata.organization:"Acme" AND created_at:[2026-01-11 TO 2026-01-20]';
    const query = new URLSearchParams({
      q,
      sort,
      page: String(number),
      per_page: '4',
      include_totals: 'true',
      fields: 'name',
    });
    return (await call('GET', `/users?${query}`)).body;
  };

  expect(await page('created_at:-1', 0)).toEqual({
    start: 0,
    limit: 4,
    length: 4,
    total: 10,
    users: [{ name: 'p19' }, { name: 'p18' }, { name: 'p17' }, { name: 'p16' }],
  });
  expect(await page('created_at:-1', 2)).toMatchObject({
    length: 2,
    users: [{ name: 'p11' }, { name: 'p10' }],
  });
  expect(await page('created_at:1', 2)).toMatchObject({
    length: 2,
    users: [{ name: 'p18' }, { name: 'p19' }],
  });
  expect(await page('created_at:1', 3)).toMatchObject({ length: 0, total: 10 });
});

it.each(['[B TO D]', '[B TO D}', '{B TO D]', '{B TO D}', '[* TO B}', '{D TO *]', '[D TO B]', '{B TO B}'])(
  'finds the same in %s whether or not the order is cut by it',
  async (range) => {
    const day = (letter: string) => `2026-01-0${'ABCDE'.indexOf(letter) + 1}T10:00:00.000Z`;
    const people = [...'ABCDE'].map((name) => person(name, { created_at: day(name) }));
    const { find } = await startTenant({ users: people });
    const q = `created_at:${range.replace(/[BD]/g, day)}`;

    expect(await find(q, 'created_at:1')).toEqual(await find(q, 'name:1'));
    expect(await find(q, 'created_at:-1')).toEqual(await find(q, 'name:-1'));
  },
);
