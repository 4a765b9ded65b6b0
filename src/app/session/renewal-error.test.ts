import { expect, it } from 'vitest';
import { ConnectionError, SessionEndedError } from '#app/lib/call-error.ts';
import { readRenewalError } from './renewal-error.ts';

const oauth = (error: string, error_description?: string) =>
  Object.assign(new Error(error_description), { error, error_description });

it.each(['login_required', 'missing_refresh_token', 'invalid_grant', 'unauthorized'])(
  'takes %s as the end of the session',
  (code) => {
    expect(readRenewalError(oauth(code))).toBeInstanceOf(SessionEndedError);
  },
);

it('does not end a session because the tenant cannot be reached', () => {
  expect(readRenewalError(new TypeError('Failed to fetch'))).toBeInstanceOf(ConnectionError);
  expect(readRenewalError(oauth('timeout', 'Timeout'))).toBeInstanceOf(ConnectionError);
});
