import { expect, it } from 'vitest';
import { changesIn, choicesOf } from './role-choices.ts';

const role = (id: string) => ({ id, name: `Role ${id}` });
const names = (roles: { id: string }[]) => roles.map(({ id }) => id);

it('shows a role that is held and not listed, locked', () => {
  const choices = choicesOf([role('b')], [role('a')]);

  expect(choices).toEqual([
    { ...role('a'), held: true, locked: 'hidden' },
    { ...role('b'), held: false },
  ]);
});

it('tells what is given and what is taken', () => {
  const choices = choicesOf([role('a'), role('b'), role('c')], [role('a'), role('b')]);

  const { given, taken } = changesIn(
    choices,
    new Map([
      ['a', false],
      ['b', true],
      ['c', true],
    ]),
  );

  expect([names(given), names(taken)]).toEqual([['c'], ['a']]);
});

it('does not turn a wish around that someone else has fulfilled meanwhile', () => {
  const wishes = new Map([['a', true]]);

  const { given, taken } = changesIn(choicesOf([role('a')], [role('a')]), wishes);

  expect([given, taken]).toEqual([[], []]);
});

it('changes nothing that is locked', () => {
  const choices = choicesOf([{ ...role('a'), locked: 'outranked' }], []);

  expect(changesIn(choices, new Map([['a', true]]))).toEqual({ given: [], taken: [] });
});
