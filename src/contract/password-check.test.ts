import { expect, it } from 'vitest';
import type { PasswordRules } from './password.ts';
import { passwordDemands, unmetDemands } from './password-check.ts';

const good: PasswordRules = {
  min_length: 8,
  kinds: ['lower', 'upper', 'digit', 'special'],
  kinds_needed: 3,
  no_repeats: false,
  no_sequences: false,
  no_personal_info: true,
  dictionary: false,
  history: 0,
};
const jane = ['Jane van der Berg', 'jberg', 'j.berg@acme.example'];

it.each<[string, Partial<PasswordRules>, string[]]>([
  ['Orchard7', {}, []],
  ['orchard!7', {}, []],
  ['orchard7', {}, ['kinds']],
  ['Orch7', {}, ['length']],
  ['orch', {}, ['length', 'kinds']],
  ['Größe-77', {}, []],
  ['Orchaaard7', { no_repeats: true }, ['repeats']],
  ['Orchaard7', { no_repeats: true }, []],
  ['Orchabc7', { no_sequences: true }, ['sequences']],
  ['Orch321x', { no_sequences: true }, ['sequences']],
  ['Orch13579', { no_sequences: true }, []],
  ['JANE2026!x', {}, ['personal']],
  ['xxBerg2026', {}, ['personal']],
  ['Acme2026!', {}, []],
  ['Jane2026!', { no_personal_info: false }, []],
  ['x', { min_length: 1, kinds: [], kinds_needed: 0 }, []],
])('finds what %s does not meet', (password, rules, unmet) => {
  expect(unmetDemands(password, { ...good, ...rules }, jane)).toEqual(unmet);
});

it('makes no demand of someone of whom nothing is known', () => {
  expect(unmetDemands('Orchard7', good, [undefined, '', 'x@y.example'])).toEqual([]);
});

it('names only the demands that the rules make', () => {
  expect(passwordDemands(good)).toEqual(['length', 'kinds', 'personal']);
});
