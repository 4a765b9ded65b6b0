import { expect, it } from 'vitest';
import { redacted, redactedText } from './redact.ts';

it.each([
  ['password', 'hunter2'],
  ['newPassword', 'hunter2'],
  ['temporary_password', 'hunter2'],
  ['client_secret', 's'],
  ['access_token', 't'],
  ['refreshToken', { value: 't' }],
  ['ticket', 'https://tenant.example/lo/reset'],
  ['recovery_code', 'ABCD'],
  ['otp', '123456'],
  ['otp', 123_456],
  ['Authorization', 'Bearer x'],
  ['code', '1'],
  ['note', 'see https://tenant.example/lo/reset?ticket=abc#'],
  ['note', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln'],
])('takes out %s: %j', (name, value) => {
  expect(redacted({ deep: [{ [name]: value }] })).toEqual({ deep: [{ [name]: redactedText }] });
});

it.each([
  ['temporary_password', true],
  ['password', null],
  ['refreshTokens', 3],
  ['refresh_token_id', 'rt_1'],
  ['last_password_reset_at', '2026-01-01T00:00:00Z'],
  ['country_code', 'DE'],
  ['email', 'jane@acme.example'],
  ['picture', 'https://cdn.example/p.png?size=40'],
])('leaves %s: %j', (name, value) => {
  expect(redacted({ [name]: value })).toEqual({ [name]: value });
});

it('keeps nothing that a database or a terminal would stumble over', () => {
  const kept = redacted({
    name: 'a\u0000b\ud800\u001b[31m',
    when: new Date(0),
    odd: Number.NaN,
    fn: () => {},
  });

  expect(kept).toEqual({ name: 'a�b��[31m', when: '1970-01-01T00:00:00.000Z', odd: null, fn: null });
});

it('keeps nothing without end', () => {
  const endless: Record<string, unknown> = {
    text: 'x'.repeat(100_000),
    list: Array.from({ length: 10_000 }, () => 1),
  };
  endless.self = endless;

  expect(JSON.stringify(redacted(endless)).length).toBeLessThan(50_000);
});
