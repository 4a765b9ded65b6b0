import compile from 'icu-minify/compile';
import { expect, it } from 'vitest';
import { overrideWords } from './override-words.ts';

const words = {
  title: compile('Users'),
  found: compile('{count, plural, one {# person} other {# people}} called {name}'),
  help: { rich: compile('Press <key></key> to search') },
};

const overridden = (overrides: Record<string, string>) =>
  overrideWords(words, new Map(Object.entries(overrides)));

it('takes the vendor’s words, with fewer values than ours as well', () => {
  const changed = overridden({
    title: 'Staff',
    found: '{count, number} hits',
    'help.rich': 'Try <key></key>',
  });

  expect(changed).toEqual({
    title: 'Staff',
    found: compile('{count, number} hits'),
    help: { rich: compile('Try <key></key>') },
  });
  expect(words.title).toBe('Users');
});

it.each([
  ['a key that we do not have', { 'title.more': 'x', unknown: 'x', 'help.none': 'x', __proto__: 'x' }],
  ['a whole area', { help: 'x' }],
  ['what is no ICU message', { title: 'Users {', found: '{count, plural, one {x}' }],
  ['a value that is not given there', { title: '{name}', found: '{count, plural, one {{who}} other {x}}' }],
  ['a tag that is not given there', { title: 'All <b>users</b>' }],
])('leaves out %s', (_, overrides) => {
  expect(overridden(overrides)).toEqual(words);
});
