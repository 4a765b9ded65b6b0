import { expect, it } from 'vitest';
import { connections as schema } from '../tenant/answers-connections.ts';
import { connectionRules } from './connection-rules.ts';

function rulesOf(strategy: string, options: object, enabled = true) {
  const [connection] = schema.parse([{ id: 'con_1', name: 'c', strategy, options }]);
  if (!connection) throw new Error('no connection');
  return connectionRules({ ...connection, enabled }, 'C');
}

const email = { identifier: { active: true }, unique: true, signup: { status: 'required' } };
const username = { identifier: { active: true }, signup: { status: 'required' } };

it.each<[string, string, object, boolean, boolean]>([
  ['a database', 'auth0', {}, true, true],
  ['passwordless email', 'email', {}, true, true],
  ['passwordless sms', 'sms', {}, true, true],
  ['flexible identifiers with email', 'auth0', { attributes: { email } }, true, true],
  [
    'emails that people share',
    'auth0',
    { attributes: { email: { ...email, unique: false }, username } },
    true,
    false,
  ],
  [
    'emails that identify nobody',
    'auth0',
    { attributes: { email: { signup: { status: 'optional' } }, username } },
    true,
    false,
  ],
  ['usernames alone', 'auth0', { attributes: { username } }, false, false],
  ['a database of the vendor’s own', 'auth0', { enabledDatabaseCustomization: true }, false, false],
  [
    'one that imports its users',
    'auth0',
    { enabledDatabaseCustomization: true, import_mode: true },
    true,
    true,
  ],
  ['an enterprise connection', 'samlp', {}, false, false],
  ['a social connection', 'google-oauth2', {}, false, false],
])('lets people be added to %s, and invited, as Auth0 does', (_, strategy, options, creatable, invitable) => {
  expect(rulesOf(strategy, options)).toMatchObject({ creatable, invitable });
  expect(rulesOf(strategy, options, false)).toMatchObject({ creatable: false, invitable: false });
});

/** Where nothing is known of what Auth0 asks. */
const strictest = {
  min_length: 15,
  kinds_needed: 4,
  no_repeats: true,
  no_sequences: true,
  no_personal_info: true,
};

it.each([
  [{}, strictest],
  [{ passwordPolicy: 'none' }, { min_length: 1, kinds_needed: 0 }],
  [{ passwordPolicy: 'low' }, { min_length: 6, kinds_needed: 0 }],
  [{ passwordPolicy: 'fair' }, { min_length: 8, kinds: ['lower', 'upper', 'digit'], kinds_needed: 3 }],
  [{ passwordPolicy: 'good' }, { min_length: 8, kinds_needed: 3, no_repeats: false }],
  [{ passwordPolicy: 'excellent' }, { min_length: 8, kinds_needed: 3, no_repeats: true }],
  [{ passwordPolicy: 'good', password_complexity_options: { min_length: 14 } }, { min_length: 14 }],
  [{ passwordPolicy: 'of tomorrow' }, strictest],
  [
    { passwordPolicy: 7, password_history: 'x', password_dictionary: null },
    { ...strictest, history: 0 },
  ],
  [
    { passwordPolicy: 'low', password_dictionary: { enable: true } },
    { min_length: 15, kinds: ['lower', 'upper', 'digit', 'special'], kinds_needed: 3 },
  ],
  [
    { password_options: { complexity: { character_types: ['number'] }, dictionary: { active: true } } },
    { min_length: 15, kinds: ['digit', 'lower', 'upper'], kinds_needed: 3 },
  ],
  [
    {
      passwordPolicy: 'low',
      password_options: { complexity: { min_length: 9, character_type_rule: 'three_of_four' } },
    },
    { min_length: 9, kinds_needed: 3 },
  ],
  [{ password_history: { enable: true, size: 5 } }, { history: 5 }],
  [{ password_history: { enable: false, size: 5 } }, { history: 0 }],
  [{ password_no_personal_info: { enable: true } }, { no_personal_info: true }],
])('reads of %j what a temporary password must be', (options, rules) => {
  expect(rulesOf('auth0', options).password).toMatchObject(rules);
});

it.each([
  [{ requires_username: true }, { minimum: 1, maximum: 15 }],
  [
    { requires_username: true, validation: { username: { min: 4, max: 20 } } },
    { minimum: 4, maximum: 20 },
  ],
  [
    { requires_username: true, validation: { username: { min: 0, max: 500 } } },
    { minimum: 1, maximum: 128 },
  ],
  [
    { attributes: { email, username: { ...username, validation: { min_length: 3 } } } },
    { minimum: 3, maximum: 15 },
  ],
  [{}, undefined],
])('reads of %j how long a username may be', (options, length) => {
  expect(rulesOf('auth0', options).usernameLength).toEqual(length);
});
