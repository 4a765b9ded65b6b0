import fc from 'fast-check';
import { expect, it } from 'vitest';
import { covers, organizationsOf, type Scoped, scopeQuery } from './scope.ts';

const key = 'organization';

function member(value: unknown) {
  return { app_metadata: { [key]: value } };
}

it.each([
  ['a name', 'Acme', ['Acme']],
  ['a list', ['Acme', 'Globex'], ['Acme', 'Globex']],
  ['a name said twice', ['Acme', 'Acme'], ['Acme']],
  ['an empty list', [], []],
  ['an empty name', '', []],
  ['half a character', 'Acme\ud800', []],
  ['a list with an empty name', ['Acme', ''], []],
  ['a list with a number', ['Acme', 1], []],
  ['a list in a list', [['Acme']], []],
  ['a number', 1, []],
  ['true', true, []],
  ['null', null, []],
  ['nothing', undefined, []],
  ['an object', { 0: 'Acme', length: 1 }, []],
])('reads the organizations from %s', (_, value, expected) => {
  const organizations = organizationsOf(member(value), key);

  expect(organizations).toEqual(expected);
});

it.each<[string, Scoped & { user_metadata?: object }]>([
  ['a user without metadata', {}],
  ['a name that only begins alike', member('Acme Labs')],
  ['a name that is only the beginning', member('Acm')],
  ['another case', member('acme')],
  ['a space more', member('Acme ')],
  ['a look-alike letter', member('Аcme')],
  ['another key', { app_metadata: { organisation: 'Acme' } }],
  ['user metadata', { user_metadata: { organization: 'Acme' } }],
  ['an inherited property', { app_metadata: Object.create({ organization: 'Acme' }) }],
])('does not cover %s', (_, user) => {
  const covered = covers('Acme', key, user);

  expect(covered).toBe(false);
});

it('does not cover another normal form of the same letters', () => {
  const covered = covers('Caf\u00e9', key, member('Cafe\u0301'));

  expect(covered).toBe(false);
});

it('finds nothing in the prototype of metadata', () => {
  const organizations = organizationsOf({ app_metadata: {} }, 'constructor');

  expect(organizations).toEqual([]);
});

it('covers every organization of a list and no other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), fc.string({ minLength: 1 }), (names, name) => {
      expect(covers(name, key, member(names))).toBe(names.includes(name));
    }),
  );
});

it.each([
  ['Acme', 'app_metadata.organization:"Acme"'],
  ['O"Neil', 'app_metadata.organization:"O\\"Neil"'],
  ['back\\slash', 'app_metadata.organization:"back\\\\slash"'],
  ['" OR user_id:*', 'app_metadata.organization:"\\" OR user_id:*"'],
  ['\\" OR user_id:*', 'app_metadata.organization:"\\\\\\" OR user_id:*"'],
])('writes the query for %j', (organization, expected) => {
  const query = scopeQuery(organization, key);

  expect(query).toBe(expected);
});

it('keeps any name inside its quotes', () => {
  const phrase = /^app_metadata\.organization:"((?:[^"\\]|\\["\\])*)"$/s;

  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const inner = phrase.exec(scopeQuery(name, key))?.[1];
      expect(inner?.replace(/\\(["\\])/g, '$1')).toBe(name);
    }),
  );
});
