import { expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';

it('writes equal values as the same text', () => {
  const one = { b: 1, a: { d: [{ y: 1, x: 2 }], c: null }, gone: undefined };
  const other = { a: { c: null, d: [{ x: 2, y: 1 }] }, b: 1 };

  expect(canonicalJson(one)).toBe('{"a":{"c":null,"d":[{"x":2,"y":1}]},"b":1}');
  expect(canonicalJson(other)).toBe(canonicalJson(one));
});
