import fc from 'fast-check';
import lucene, { type AST, type Node } from 'lucene';
import { expect, it } from 'vitest';
import { searchFields } from '#contract/search.ts';
import { Problem } from '#proxy/problem.ts';
import { parseSearch, type Query } from '#tenant/search-parser.ts';
import { compileSearch } from './search-query.ts';

const searchable = {
  organization: 'Acme',
  fields: [{ name: 'department', path: 'app_metadata.department' }],
  connections: ['x") OR (user_id:*'],
};

const allowed = new Set([
  ...Object.keys(searchFields).filter((name) => name !== 'status' && name !== 'connection'),
  'identities.connection',
  'app_metadata.department',
  '_exists_',
]);

/** Lucene, or null when the text is refused; any other failure is a fault of ours. */
function compiled(text: string): string | null {
  try {
    return compileSearch(text, searchable);
  } catch (error) {
    if (error instanceof Problem && error.type === 'invalid-search') return null;
    throw error;
  }
}

const before = 'app_metadata.organization:"Acme"';
const after = 'user_id:"last"';

/** Fails unless the search stays one part of three, for the parser of the emulator and for the one from npm. */
function expectContained(search: string): void {
  const whole = `(${before}) AND (${search}) AND (${after})`;

  const query = parseSearch(whole);
  const parts = query.kind === 'and' ? query.of : [];
  expect(parts).toHaveLength(3);
  expect([parts[0], parts[2]]).toEqual([parseSearch(before), parseSearch(after)]);
  if (parts[1])
    expect(fieldsOf(parts[1]).filter((field) => field === null || !allowed.has(field))).toEqual([]);

  const first = branch(lucene.parse(whole));
  const second = branch(first.right);
  expect([first.operator, second.operator]).toEqual(['AND', 'AND']);
  expect(leavesOf(first.left).map(({ field }) => field)).toEqual(['app_metadata.organization']);
  expect(leavesOf(second.right).map(({ field }) => field)).toEqual(['user_id']);
  for (const leaf of leavesOf(second.left)) {
    expect(allowed).toContain(leaf.field);
    expect(leaf).not.toMatchObject({ regex: true });
    expect('prefix' in leaf ? leaf.prefix : null).toBeNull();
    expect('boost' in leaf ? leaf.boost : null).toBeNull();
    expect('similarity' in leaf ? leaf.similarity : null).toBeNull();
  }
}

function fieldsOf(query: Query): (string | null)[] {
  if (query.kind === 'and' || query.kind === 'or') return query.of.flatMap(fieldsOf);
  if (query.kind === 'not') return fieldsOf(query.of);
  return [query.field];
}

function branch(node: AST | Node | undefined): { left?: AST | Node; operator?: string; right?: AST | Node } {
  return node && 'left' in node ? node : {};
}

function leavesOf(node: AST | Node | undefined): Node[] {
  if (!node) return [];
  if (!('left' in node)) return 'field' in node && ('term' in node || 'term_min' in node) ? [node] : [];
  return [...leavesOf(node.left), ...('right' in node ? leavesOf(node.right) : [])];
}

const pieces = [
  ...'()[]{}"\\*?~^:/+-!&|<>=.,;\'“”„ \t\u3000é李😀\u200F\u0000',
  'AND',
  'OR',
  'NOT',
  'TO',
  ' AND ',
  ' OR ',
  ' NOT ',
  '&&',
  '||',
  'jane',
  'o',
  '2026-01-31',
  '5',
  'email:',
  'name:(',
  'status:blocked',
  'department:',
  'last_login:',
  'logins_count:',
  'user_id:',
  'shoe:',
  'app_metadata.organization:',
  '_exists_:',
  '[2026-01-01 TO *]',
  '{1 TO 5]',
  '"jane doe"',
  '\\"',
  '\\\\',
];

it.each([
  ['any text', fc.string({ unit: 'binary', maxLength: 60 })],
  ['any text of code units', fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) })],
  [
    'whatever has a meaning',
    fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map((all) => all.join('')),
  ],
])('keeps %s inside its brackets and its fields', (_, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      const search = compiled(text);
      if (search) expectContained(search);
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ['\\\u3000\u00e9', 'name:\u00e9*'],
  ['\u00e9\\\u3000', 'name:\u00e9*'],
])('begins no text with a wildcard for the white space of %j', (text, clause) => {
  const search = compiled(text);

  expect(search).toContain(clause);
});

it('looks for no phone number that is too short', () => {
  const search = compiled('5..');

  expect(search).toContain('name:*5..*');
  expect(search).not.toContain('phone_number');
});

const trees = fc.letrec<{ tree: string }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('jane', 'name:"a ) b"', 'status:unverified', 'logins_count:<5', 'department:5', '-doe'),
    tie('tree').map((tree) => `(${tree})`),
    tie('tree').map((tree) => `NOT ${tree}`),
    fc.tuple(tie('tree'), fc.constantFrom(' AND ', ' OR ', ' '), tie('tree')).map((parts) => parts.join('')),
  ),
})).tree;

it('takes every well-formed search and keeps it inside its brackets', () => {
  fc.assert(
    fc.property(trees, (text) => {
      const search = compileSearch(text, searchable);
      expectContained(search);
    }),
  );
});

it.each([
  '*) OR (app_metadata.organization:*',
  'jane) OR (jane',
  'jane") OR ("jane',
  '" OR "',
  '" OR user_id:* OR "',
  'name:"x\\" OR user_id:*',
  'name:"x\\\\" OR user_id:*',
  'name:x\\" OR user_id:*',
  'jane\\',
  'name:jane\\',
  '\\`) ',
  '\\) OR user_id:*',
  'jane\\\\) OR (user_id:*',
  '“) OR (”',
  '＂) OR (user_id:*',
  'jane” OR “user_id:*',
  'name:jane OR　user_id:abc',
  'jane\u2028OR\u2028doe',
  'jane\u00a0OR\u00a0doe',
  'jane ＯＲ user_id:*',
  'jane ОR user_id:abc',
  'jane or user_id:abc',
  'jane || user_id:*',
  'jane && user_id:*',
  '!user_id:*',
  '+user_id:* -name:x',
  'app_metadata.organization:x',
  'app_metadata\\.organization:x',
  'app_metadata*:x',
  '*:*',
  '*',
  '_exists_:email',
  'name:/.*/',
  'name:[* TO *]',
  'name:{* TO *}',
  'last_login:[2026 TO *] OR user_id:*]',
  'last_login:["2026" TO "*) OR (user_id:*"]',
  'last_login:>"2026) OR (a:b"',
  'name:a^9999 OR user_id:*',
  'name:a~ OR user_id:*',
  'connection:"x\\") OR (user_id:*"',
  'department:"x\\\\\\") OR (user_id:*"',
  `${'('.repeat(1000)}jane${')'.repeat(1000)}`,
  '('.repeat(500),
  `${'NOT '.repeat(120)}jane`,
  '-'.repeat(500),
  '\\'.repeat(499),
  '"'.repeat(500),
  '*'.repeat(500),
  '[a TO '.repeat(80),
  'jane\u0000) OR (user_id:*',
  'jane\ud800',
  '{"$gt":""}',
  "'; DROP TABLE users; --",
])('contains %j', (attack) => {
  const search = compiled(attack);

  if (search) expectContained(search);
});

it('leaves the search of one word as it is when it is put beside the scope', () => {
  expectContained(compileSearch('"\\") OR (x:\\""', searchable));
  expect(compileSearch('"\\") OR (x:\\""', searchable)).toContain('name:*\\"\\)\\ OR\\ \\(x\\:\\"*');
});
