import { expect, it } from 'vitest';
import { initialsOf } from './initials.ts';

it.each([
  ['Ada Lovelace', 'AL'],
  ['Gabriel José de la Concordia García Márquez', 'GM'],
  ['jane.doe@acme.example', 'JD'],
  ['王秀英', '王'],
  ['محمد علي', 'م'],
  ['Ольга Петрова', 'ОП'],
  ['नेहा शर्मा', 'ने'],
  ['ßigurd', 'SS'],
  ['é́mile', 'É́'],
  ['"Bob" O’Hara', 'O'],
  ['😀', ''],
  ['', ''],
])('stands for %s with %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
