import { expect, it } from 'vitest';
import type { Connection } from './model.ts';
import { demandsOf, passwordFault } from './password-policy.ts';

function withOptions(options: Record<string, unknown>): Connection {
  return {
    id: 'con_1',
    name: 'Database',
    strategy: 'auth0',
    options,
    enabled_clients: [],
    realms: [],
    is_domain_connection: false,
  };
}

const owner = {
  profile: {
    name: 'Ada Lovelace',
    username: 'ada-l',
    nickname: 'countess',
    email: 'alovelace@example.com',
    user_metadata: { first: 'Augusta' },
  },
  passwords: ['Old-horse-1', 'Older-horse-1', 'Oldest-horse-1'],
};

it.each([
  ['none', 'x', null],
  ['low', 'aaaaa', 'strength'],
  ['low', 'aaaaaa', null],
  ['fair', 'abcdefg1', 'strength'],
  ['fair', 'Abcdefg1', null],
  ['good', 'abcdefg1', 'strength'],
  ['good', 'abcdefg1!', null],
  ['good', 'Abc1!', 'strength'],
  ['good', 'abcdefg1?', 'strength'],
  ['excellent', 'Abccc123', 'strength'],
  ['excellent', 'Abcc1234', null],
])('holds %s: %s', (passwordPolicy, password, fault) => {
  expect(passwordFault(password, withOptions({ passwordPolicy }), owner)).toBe(fault);
});

it.each([
  [{ password_complexity_options: { min_length: 12 } }, 'elevenchars', 'strength'],
  [{ password_dictionary: { enable: true } }, 'Password123', 'dictionary'],
  [{ password_dictionary: { enable: true, dictionary: ['Contoso'] } }, 'contoso', 'dictionary'],
  [{ password_dictionary: { enable: false, dictionary: ['Contoso'] } }, 'contoso', null],
  [{ password_no_personal_info: { enable: true } }, 'my-ALOVELACE-1', 'personal'],
  [{ password_no_personal_info: { enable: true } }, 'Countess!', 'personal'],
  [{ password_no_personal_info: { enable: true } }, 'augusta-1', 'personal'],
  [{ password_no_personal_info: { enable: true } }, 'byron-1815', null],
  [{ password_history: { enable: true, size: 2 } }, 'Older-horse-1', 'history'],
  [{ password_history: { enable: true, size: 2 } }, 'Oldest-horse-1', null],
])('holds %j: %s', (options, password, fault) => {
  expect(passwordFault(password, withOptions(options), owner)).toBe(fault);
});

it.each([
  [{ complexity: { min_length: 12 } }, 'elevenchars', 'strength'],
  [{ complexity: { character_types: ['uppercase', 'special'] } }, 'Abc', 'strength'],
  [{ complexity: { character_types: ['uppercase', 'special'] } }, 'Abc!', null],
  [{ complexity: { character_type_rule: 'three_of_four' } }, 'abc1', 'strength'],
  [{ complexity: { identical_characters: 'block' } }, 'baaad', 'strength'],
  [{ complexity: { sequential_characters: 'block' } }, 'x321x', 'strength'],
  [{ complexity: { max_length_exceeded: 'error' } }, 'é'.repeat(37), 'strength'],
  [{ dictionary: { active: true, custom: ['contoso'] } }, 'Contoso', 'dictionary'],
  [{ history: { active: true, size: 1 } }, 'Old-horse-1', 'history'],
  [{ profile_data: { active: true } }, 'xx-countess', 'personal'],
])('holds the newer form %j: %s', (password_options, password, fault) => {
  expect(passwordFault(password, withOptions({ passwordPolicy: 'none', password_options }), owner)).toBe(
    fault,
  );
});

it('tells the person all that is asked of him', () => {
  const connection = withOptions({
    passwordPolicy: 'excellent',
    password_complexity_options: { min_length: 10 },
    password_history: { enable: true, size: 3 },
    password_dictionary: { enable: true },
    password_no_personal_info: { enable: true },
  });

  expect(demandsOf(connection).map(({ words }) => words)).toEqual([
    'at least 10 characters',
    'three of these: lower-case letters, upper-case letters, digits, special characters (!@#$%^&*)',
    'no more than two identical characters in a row',
    'not a common password',
    'no part of your name, username or email',
    'none of your last 3 passwords',
  ]);
});
