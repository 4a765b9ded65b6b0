import { expect, it } from 'vitest';
import { refusalOf } from './refusals.ts';

it.each([
  [409, 'The user already exists.', 'identifier_taken'],
  [400, 'The specified new email already exists', 'identifier_taken'],
  [400, 'The username provided is in use already.', 'identifier_taken'],
  [400, 'PasswordStrengthError: Password is too weak', 'weak_password'],
  [400, 'PasswordHistoryError: Password has previously been used', 'weak_password'],
  [400, 'The user does not have an email address.', 'no_email'],
  [400, 'Connection is disabled.', 'disabled_connection'],
  [400, 'Cannot change email or password for users in a disabled connection.', 'disabled_connection'],
  [400, 'Cannot update email for non-database user.', 'kind_of_account'],
  [400, 'Cannot update username for users without an username already set', 'kind_of_account'],
  [400, 'Cannot set username for connection without requires_username.', 'kind_of_account'],
  [400, 'Email verification is not supported for enterprise users.', 'kind_of_account'],
  [400, "The user's main connection does not support this operation.", 'kind_of_account'],
  [
    400,
    'The following user attributes cannot be updated: name. The connection must either be a database connection',
    'kind_of_account',
  ],
  [503, 'The query exceeded the timeout. Please try refining your search criteria.', 'search_timeout'],
])('understands a %i that says "%s"', (status, message, refusal) => {
  expect(refusalOf(status, message)).toBe(refusal);
});

it.each([
  [400, 'Cannot update password and email simultaneously.'],
  [400, 'The user already exists.'],
  [500, 'PasswordStrengthError: Password is too weak'],
  [404, 'The user does not exist.'],
])('does not guess what a %i means that says "%s"', (status, message) => {
  expect(refusalOf(status, message)).toBeUndefined();
});
