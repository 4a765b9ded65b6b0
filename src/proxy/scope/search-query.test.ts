import { expect, it } from 'vitest';
import { compileSearch, listFilter } from './search-query.ts';
import { clauseOf, isEveryone } from './user-filter.ts';

const searchable = {
  organization: 'Acme',
  fields: [{ name: 'department', path: 'app_metadata.department' }],
  connections: ['My DB'],
};

/** What a word without a field becomes. */
function anywhere(pattern: string, username = pattern): string {
  const names = ['name', 'email', 'given_name', 'family_name', 'nickname'];
  return `(${[...names.map((field) => `${field}:${pattern}`), `username:${username}`].join(' OR ')})`;
}

function both(one: string, other: string): string {
  return `(${one} AND ${other})`;
}

it.each([
  ['nothing', '', ''],
  ['blanks', ' \t\n', ''],
  ['a word', 'jane', anywhere('*jane*')],
  ['a word among blanks', '  jane\n', anywhere('*jane*')],
  ['a capital, which usernames do not have', 'Jane', anywhere('*Jane*', '*jane*')],
  ['two letters', 'ja', anywhere('ja*')],
  ['two words', 'jane doe', both(anywhere('*jane*'), anywhere('*doe*'))],
  ['a phrase', '"jane doe"', anywhere('*jane\\ doe*')],
  ['a phrase in typographic quotes', '“jane doe”', anywhere('*jane\\ doe*')],
  ['a phrase in low quotes', '„jane“', anywhere('*jane*')],
  ['a beginning', 'j*', anywhere('j*')],
  ['an end', '*doe', anywhere('*doe')],
  ['a beginning and an end', 'jan*e', anywhere('jan*e')],
  ['stars side by side', 'jan**', anywhere('jan*')],
  ['a quoted star', '"jan*"', anywhere('*jan\\**')],
  ['an escaped star', 'jan\\*', anywhere('*jan\\**')],
])('looks for %s in names and addresses', (_, text, expected) => {
  expect(compileSearch(text, searchable)).toBe(expected);
});

it.each([
  ['an address with a plus', 'jane+test@x.org', anywhere('*jane\\+test@x.org*')],
  ['an apostrophe', "O'Brien", anywhere("*O'Brien*", "*o'brien*")],
  ['a hyphen', 'anne-marie', anywhere('*anne\\-marie*')],
  ['a time', '10:30', anywhere('*10\\:30*')],
  ['a Windows account', 'ACME\\jane', anywhere('*ACME\\\\jane*', '*acme\\\\jane*')],
  ['a backslash at the end', 'jane\\', anywhere('*jane\\\\*')],
  ['Chinese', '李明', anywhere('李明*')],
  ['Japanese', '山田太郎', anywhere('*山田太郎*')],
  ['an ideographic space', '山田　太郎', both(anywhere('山田*'), anywhere('太郎*'))],
  ['an ideographic space in quotes', '"山田　太郎"', anywhere('*山田*太郎*')],
  ['Arabic', 'محمد', anywhere('*محمد*')],
  ['an emoji', '😀', anywhere('😀*')],
  [
    'a bracketed word',
    '[External] jane',
    both(anywhere('*\\[External\\]*', '*\\[external\\]*'), anywhere('*jane*')),
  ],
  ['"last, first"', 'doe, jane', both(anywhere('*doe*'), anywhere('*jane*'))],
  ['a mailbox', 'jane <jane@x.org>', both(anywhere('*jane*'), anywhere('*jane@x.org*'))],
  ['a lonely sign', 'smith & sons', both(anywhere('*smith*'), anywhere('*sons*'))],
  ['a required word', '+jane', anywhere('*jane*')],
  ['invisible marks', '\u200Ejane\u202C', anywhere('*jane*')],
  ['a decomposed letter', 'zoe\u0308', anywhere('*zoë*')],
  ['an operator in quotes', '"AND"', anywhere('*AND*', '*and*')],
  ['an operator in small letters', 'and', anywhere('*and*')],
  ['a look-alike operator', 'ＡＮＤ', anywhere('*ＡＮＤ*', '*ａｎｄ*')],
  ['an exclamation mark', '!jane', anywhere('*\\!jane*')],
])('takes %s as people type it', (_, text, expected) => {
  expect(compileSearch(text, searchable)).toBe(expected);
});

it.each(['+4917012345', '+49 170 123 45', '+49 (170) 123-45'])('finds the telephone number %s', (text) => {
  const lucene = compileSearch(text, searchable);

  expect(lucene).toContain('phone_number:*\\+4917012345*');
});

it.each([
  ['email:jane@x.org', 'email:"jane@x.org"'],
  ['email: jane@x.org', 'email:"jane@x.org"'],
  ['Email:jane*', 'email:jane*'],
  ['email:"jane*"', 'email:"jane*"'],
  ['name:"Jane \\"J\\" Doe"', 'name:"Jane \\"J\\" Doe"'],
  ['username:JaneD', 'username:"janed"'],
  ['phone_number:"+49 (170) 12-3"', 'phone_number:"+49170123"'],
  ['user_id:auth0|123', 'user_id:"auth0|123"'],
  ['last_ip:fe80::1', 'last_ip:"fe80::1"'],
  ['email:(a@x.org OR b@x.org)', '(email:"a@x.org" OR email:"b@x.org")'],
  ['name:"AND"', 'name:"AND"'],
  ['connection:"My DB"', 'identities.connection:"My DB"'],
  ['blocked:true', 'blocked:true'],
  ['blocked:FALSE', '(NOT blocked:true)'],
  ['email_verified:true', 'email_verified:true'],
  ['email_verified:false', '(_exists_:email AND (NOT email_verified:true))'],
  ['status:blocked', 'blocked:true'],
  ['status:Active', '(NOT blocked:true)'],
  ['status:unverified', '(_exists_:email AND (NOT email_verified:true))'],
  ['status:never-signed-in', '((NOT _exists_:logins_count) OR logins_count:0)'],
  ['department:Sales', 'app_metadata.department:"Sales"'],
  ['DEPARTMENT:"R & D*"', 'app_metadata.department:"R & D*"'],
  ['department:5', '(app_metadata.department:"5" OR app_metadata.department:5)'],
  ['department:"5"', 'app_metadata.department:"5"'],
])('writes %s for one field', (text, expected) => {
  expect(compileSearch(text, searchable)).toBe(expected);
});

it('escapes the path of a declared field', () => {
  const center = { name: 'center', path: 'user_metadata.cost center:x' };

  expect(compileSearch('center:1a', { organization: 'Acme', fields: [center], connections: [] })).toBe(
    'user_metadata.cost\\ center\\:x:"1a"',
  );
});

it.each([
  ['a OR b AND c', '(name:"a" OR (name:"b" AND name:"c"))'],
  ['a b OR c', '((name:"a" AND name:"b") OR name:"c")'],
  ['(a OR b) c', '((name:"a" OR name:"b") AND name:"c")'],
  ['a NOT b OR c', '((name:"a" AND (NOT name:"b")) OR name:"c")'],
  ['a AND NOT b AND c', '(name:"a" AND (NOT name:"b") AND name:"c")'],
  ['NOT NOT a', 'name:"a"'],
  ['NOT NOT NOT a', '(NOT name:"a")'],
  ['-(a OR b)', '(NOT (name:"a" OR name:"b"))'],
  ['-a b', '((NOT name:"a") AND name:"b")'],
  ['(a)(b)', '(name:"a" AND name:"b")'],
  ['((a))', 'name:"a"'],
  ['a  AND   b', '(name:"a" AND name:"b")'],
])('groups %s so that AND binds before OR', (text, expected) => {
  const withFields = text.replace(/[abc]/g, 'name:$&');

  expect(compileSearch(withFields, searchable)).toBe(expected);
});

const first = 'T00:00:00.000Z';
const last = 'T23:59:59.999Z';

it.each([
  ['[2026-01-02 TO *]', `[2026-01-02${first} TO *]`],
  ['[* TO 2026-01-02]', `[* TO 2026-01-02${last}]`],
  ['[* TO 2026-01-02}', `[* TO 2026-01-01${last}]`],
  ['{2026-01-02 TO *]', `[2026-01-03${first} TO *]`],
  ['{2017-11 TO 2017-12]', `[2017-12-01${first} TO 2017-12-31${last}]`],
  ['["2026-01-02" to "2026-01-03"]', `[2026-01-02${first} TO 2026-01-03${last}]`],
  ['2024-02', `[2024-02-01${first} TO 2024-02-29${last}]`],
  ['2026', `[2026-01-01${first} TO 2026-12-31${last}]`],
  ['2026-01-02', `[2026-01-02${first} TO 2026-01-02${last}]`],
  ['>2026-01-02', `[2026-01-03${first} TO *]`],
  ['>=2026-01-02', `[2026-01-02${first} TO *]`],
  ['<2026-01-02', `[* TO 2026-01-01${last}]`],
  ['<= 2026-01-02', `[* TO 2026-01-02${last}]`],
  ['2026-01-02T10:30', '[2026-01-02T10:30:00.000Z TO 2026-01-02T10:30:59.999Z]'],
  ['>=2026-01-02T10:30:00+02:00', '[2026-01-02T08:30:00.000Z TO *]'],
  ['<2026-01-02T10:30:00.500Z', '[* TO 2026-01-02T10:30:00.499Z]'],
])('takes whole days and months in last_login:%s', (range, expected) => {
  expect(compileSearch(`last_login:${range}`, searchable)).toBe(`last_login:${expected}`);
});

it.each([
  ['5', 'logins_count:5'],
  ['[1 TO 5]', 'logins_count:[1 TO 5]'],
  ['{1 TO 5}', 'logins_count:[2 TO 4]'],
  ['>=5', 'logins_count:[5 TO *]'],
  ['>5', 'logins_count:[6 TO *]'],
  ['0', '((NOT _exists_:logins_count) OR logins_count:0)'],
  ['<5', '((NOT _exists_:logins_count) OR logins_count:[* TO 4])'],
])('counts those who never signed in as 0 in logins_count:%s', (range, expected) => {
  expect(compileSearch(`logins_count:${range}`, searchable)).toBe(expected);
});

it('writes the filters as clauses of their own', () => {
  const own = { organization: 'Acme', connections: ['a" OR b'] };

  expect(isEveryone(listFilter({}, own))).toBe(true);
  expect(clauseOf(listFilter({ status: 'active', connection: 'a" OR b' }, own))).toBe(
    '((NOT blocked:true) AND identities.connection:"a\\" OR b")',
  );
});
