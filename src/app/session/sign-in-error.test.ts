import { expect, it } from 'vitest';
import { readSignInError } from './sign-in-error.ts';

const oauth = (error: string, error_description?: string, appState?: object) =>
  Object.assign(new Error(error_description), { error, error_description, appState });

it.each([
  [oauth('unauthorized', 'user is blocked'), 'blocked'],
  [oauth('unauthorized', 'Not today'), 'denied'],
  [oauth('access_denied', 'User did not authorize the request'), 'denied'],
  [oauth('missing_transaction', 'Invalid state'), 'stale'],
  [oauth('state_mismatch', 'Invalid state'), 'stale'],
  [oauth('invalid_grant', 'Invalid authorization code'), 'failed'],
  [new TypeError('Failed to fetch'), 'failed'],
])('tells %s apart', (error, fault) => {
  expect(readSignInError(error).fault).toBe(fault);
});

it('tells a refused confirmation from a refused sign-in', () => {
  const error = oauth('access_denied', 'No second factor', { confirms: 'auth0|ada' });

  expect(readSignInError(error).fault).toBe('unconfirmed');
});

it('remembers where the person wanted to go', () => {
  const error = oauth('access_denied', 'No', { returnTo: '/o/Acme/users?q=jane' });

  expect(readSignInError(error).returnTo).toBe('/o/Acme/users?q=jane');
});
