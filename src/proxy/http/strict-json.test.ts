import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseStrictJson } from './strict-json.ts';

it.each([
  ['a key twice', '{"blocked":true,"blocked":false}', 'This name stands twice.'],
  ['a key twice, once escaped', '{"blocked":true,"\\u0062locked":false}', 'This name stands twice.'],
  ['a key twice further in', '[{"a":{"b":1,"c":[{}],"b":2}}]', 'This name stands twice.'],
  ['__proto__', '{"__proto__":{"blocked":true}}', 'This name is not allowed.'],
  ['__proto__, escaped', '{"\\u005f_proto__":1}', 'This name is not allowed.'],
  ['constructor', '{"a":[{"constructor":1}]}', 'This name is not allowed.'],
  ['two values', '{}{}', 'The request is not JSON.'],
  ['nothing', '', 'The request is not JSON.'],
  ['a comment', '{/* */}', 'The request is not JSON.'],
  ['NaN', '{"a":NaN}', 'The request is not JSON.'],
])('refuses %s', (_, text, fault) => {
  expect(() => parseStrictJson(text)).toThrow(fault);
});

it.each(['{"a":{"a":1},"b":{"a":2}}', '["a:","a:",{"a":"\\"a\\":"}]', '{"a" : "{", "b":"}"}'])(
  'takes %s',
  (text) => {
    const value = parseStrictJson(text);

    expect(value).toEqual(JSON.parse(text));
  },
);

it('reads whatever JSON.stringify writes', () => {
  const names = fc.string().filter((name) => !['__proto__', 'constructor', 'prototype'].includes(name));

  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue({ maxDepth: 1 })), (value) => {
      const text = JSON.stringify(value);
      fc.pre(!/"(__proto__|constructor|prototype)"/.test(text));
      expect(parseStrictJson(text)).toEqual(JSON.parse(text));
    }),
  );
});
