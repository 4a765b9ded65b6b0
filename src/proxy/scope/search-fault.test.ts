import { expect, it } from 'vitest';
import { Problem } from '#proxy/problem.ts';
import { compileSearch } from './search-query.ts';

const searchable = {
  organization: 'Acme',
  fields: [{ name: 'department', path: 'app_metadata.department' }],
  connections: ['My DB'],
};

function faultOf(text: string): Problem {
  try {
    compileSearch(text, searchable);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error(`${text} is a search`);
}

// The part between ‹ and › is what the person sees marked.
it.each([
  ['‹"›jane', 'no partner'],
  ['jane‹"›', 'no partner'],
  ['‹"›jane\\"', 'no partner'],
  ['‹“›jane', 'no partner'],
  ['‹"  "›', 'nothing between these quotation marks'],
  ['‹(›jane', 'never closed'],
  ['jane ‹(›a (b)', 'never closed'],
  ['jane‹)›', 'never opened'],
  ['jane ‹()›', 'nothing between these brackets'],
  ['jane ‹AND›', 'must follow AND'],
  ['jane ‹OR›', 'must follow OR'],
  ['‹AND› jane', 'before it'],
  ['jane OR ‹AND› doe', 'before it'],
  ['(jane ‹OR›)', 'must follow OR'],
  ['‹NOT›', 'must follow NOT'],
  ['jane ‹&&› doe', 'Write AND'],
  ['jane ‹||› doe', 'Write OR'],
  ['‹shoe›:42', 'no field “shoe”'],
  ['😀 ‹shoe›:42', 'no field “shoe”'],
  ['‹https›://x.org', 'in quotes'],
  ['‹app_metadata.organization›:x', 'their own name'],
  ['‹app_metadata.department›:x', 'their own name'],
  ['‹user_metadata.a›:x', 'their own name'],
  ['‹_exists_›:email', 'filled in'],
  ['‹organization_id›:x', 'no field'],
  ['‹identities.connection›:x', 'no field'],
  ['‹constructor›:x', 'no field'],
  ['‹__proto__›:x', 'no field'],
  ['‹email:›', 'behind “email:”'],
  ['‹email:› OR jane', 'behind “email:”'],
  ['(‹email:›)', 'behind “email:”'],
  ['jane‹~›', 'in quotes'],
  ['jane‹~2›', 'in quotes'],
  ['email:jane‹^3›', 'in quotes'],
  ['"jane doe"‹~3›', 'in quotes'],
  ['‹/jan.*/›', 'slashes'],
  ['‹*›', 'at least three'],
  ['‹*ne›', 'at least three'],
  ['‹j*e›', 'at least three'],
  ['email:‹*.x›', 'at least three'],
  ['email:‹*😀😀›', 'at least three'],
  ['department:‹Sal*›', 'whole value'],
  ['connection:‹x*›', 'whole value'],
  ['connection:‹"my db"›', 'no connection'],
  ['last_login:‹2026*›', 'whole value'],
  ['department:‹[a TO b]›', 'dates and numbers'],
  ['name:‹>5›', 'dates and numbers'],
  ['jane ‹[a TO b]›', 'needs a field'],
  ['last_login:‹[2026-01-01]›', 'Write a range like'],
  ['last_login:‹[2026-01-01 TO›', 'Write a range like'],
  ['last_login:‹[* TO *]›', 'one end'],
  ['last_login:[‹2026-02-30› TO *]', 'Write a date like'],
  ['last_login:[* TO ‹yesterday›]', 'Write a date like'],
  ['last_login:>‹2026-1-1›', 'Write a date like'],
  ['last_login:‹2026-13›', 'Write a date like'],
  ['last_login:‹9999-01-01T25:00›', 'Write a date like'],
  ['last_login:‹0001-01-01›', 'Write a date like'],
  ['last_login:‹[2026-02-01 TO 2026-01-01]›', 'ends before it begins'],
  ['logins_count:‹many›', 'whole number'],
  ['logins_count:>‹1.5›', 'whole number'],
  ['blocked:‹maybe›', 'blocked:true or blocked:false'],
  ['status:‹sleepy›', 'active, blocked, unverified, never-signed-in'],
  ['jane‹\u0000›', 'cannot be searched'],
  ['"jane‹\u001b›"', 'cannot be searched'],
  ['jane ‹\ud83d›', 'cannot be searched'],
])('says what is wrong with %j, and where', (marked, expected) => {
  const text = marked.replace(/[‹›]/g, '');

  const { type, detail, range } = faultOf(text);

  expect(type).toBe('invalid-search');
  expect(detail).toContain(expected);
  expect(range).toEqual({ start: marked.indexOf('‹'), end: marked.indexOf('›') - 1 });
});

it.each([
  ['eamil', 'email'],
  ['mail', 'email'],
  ['Emails', 'email'],
  ['created-at', 'created_at'],
  ['lastlogin', 'last_login'],
  ['phone', 'phone_number'],
  ['departmant', 'department'],
])('suggests for %s the field that was meant', (typed, meant) => {
  expect(faultOf(`${typed}:x`).detail).toBe(`There is no field “${typed}”. Did you mean “${meant}”?`);
});

it.each(['shoe', 'x', 'ab', 'date', 'a'.repeat(400)])('suggests nothing for %.20s', (typed) => {
  const { detail = '' } = faultOf(`${typed}:x`);

  expect(detail).not.toContain('Did you mean');
  expect(detail).toContain('The question mark shows the fields');
  expect(detail.length).toBeLessThan(140);
});

it.each([
  ['ten brackets', `${'('.repeat(10)}jane${')'.repeat(10)}`],
  ['forty terms', Array.from({ length: 40 }, () => 'name:a').join(' ')],
])('takes %s', (_, text) => {
  expect(compileSearch(text, searchable)).not.toBe('');
});

it.each([
  ['eleven brackets', `${'('.repeat(11)}jane${')'.repeat(11)}`, '10 deep'],
  ['a wall of brackets', '('.repeat(500), '10 deep'],
  ['forty-one terms', Array.from({ length: 41 }, () => 'name:a').join(' '), '40 things'],
  ['a text that grows too long for a URL', '山'.repeat(200), 'too long'],
  ['more than 500 characters', 'a'.repeat(501), '500 characters'],
])('refuses %s', (_, text, expected) => {
  expect(faultOf(text).detail).toContain(expected);
});
