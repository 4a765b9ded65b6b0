import { expect, it } from 'vitest';
import { ConnectionError, ProblemError } from './call-error.ts';
import { retryDelayMs, shouldRetry } from './query-client.ts';

it.each([
  ['a refusal', new ProblemError('user-not-found', { status: 404 }), [false]],
  ['a busy tenant', new ProblemError('busy', { status: 429 }), [true, true, true, false]],
  ['too much at once', new ProblemError('too-many-requests', { status: 429 }), [true, true, true, false]],
  ['a failing tenant', new ProblemError('auth0-unavailable', { status: 503 }), [true, false]],
  ['a lost connection', new ConnectionError('unreachable'), [true, false]],
  ['a refused website', new ConnectionError('origin-refused'), [false]],
])('repeats %s as often as it may help', (_, error, expected) => {
  expect(expected.map((_answer, failures) => shouldRetry(failures, error))).toEqual(expected);
});

it('waits as long as the API asks for', () => {
  const busy = new ProblemError('busy', { status: 429, retryAfterSeconds: 12 });

  expect(retryDelayMs(0, busy)).toBe(12_000);
});
