import { expect, it } from 'vitest';
import type { PasswordRules } from '#contract/password.ts';
import { unmetDemands } from '#contract/password-check.ts';
import { generatePassword } from './generate-password.ts';

const strict: PasswordRules = {
  min_length: 20,
  kinds: ['lower', 'upper', 'digit', 'special'],
  kinds_needed: 4,
  no_repeats: true,
  no_sequences: true,
  no_personal_info: true,
  dictionary: true,
  history: 5,
};

it('makes passwords that the strictest rules take', () => {
  const personal = ['Abe Lee', 'abe@acme.example'];

  const made = Array.from({ length: 200 }, () => generatePassword(strict, personal));

  expect(made.flatMap((password) => unmetDemands(password, strict, personal))).toEqual([]);
  expect(new Set(made).size).toBe(200);
});

it('makes long ones where the rules ask for little', () => {
  const lax = {
    ...strict,
    min_length: 1,
    kinds: [],
    kinds_needed: 0,
    no_repeats: false,
    no_sequences: false,
  };

  expect(generatePassword(lax, [])).toHaveLength(16);
});
