import { expect, it } from 'vitest';
import { unmetDemands } from '#contract/password-check.ts';
import { randomPassword } from './random-password.ts';

const strictest = {
  min_length: 40,
  kinds: ['lower', 'upper', 'digit', 'special'] as const,
  kinds_needed: 4,
  no_repeats: true,
  no_sequences: true,
  no_personal_info: false,
  dictionary: false,
  history: 0,
};

it('meets the strictest of policies, each time with another password', () => {
  const made = Array.from({ length: 200 }, () => randomPassword(8));

  expect(
    made.flatMap((password) => unmetDemands(password, { ...strictest, kinds: [...strictest.kinds] }, [])),
  ).toEqual([]);
  expect(new Set(made).size).toBe(200);
});

it.each([
  [1, 64],
  [72, 72],
  [128, 128],
])('is long enough for a minimum of %i', (minimum, length) => {
  expect(randomPassword(minimum)).toHaveLength(length);
});
