import fc from 'fast-check';
import { expect, it } from 'vitest';
import { askableId, idSegment, isUserId } from './user-id.ts';

it.each([
  'auth0|63d17c4a8869daf88ed7db97',
  'google-oauth2|1234',
  'samlp|acme-okta|jane@acme.com',
  'waad|a/b%c?d#e',
  'samlp|acme-okta|Jane Doe',
  'email|😀',
])('takes %j as it is', (id) => {
  const asked = askableId(id);

  expect(asked).toBe(id);
});

it.each([
  '',
  'auth0',
  '|x',
  'auth0|',
  '..',
  'auth0|..',
  'auth0|../roles',
  'auth0|a/../../clients',
  'auth0|a\\..\\b',
  '../auth0|x',
  'auth0|a\u0000b',
  'auth0|a\nb',
  'auth0|\u202eabc',
  'auth0|\ud800',
  `auth0|${'a'.repeat(10_000)}`,
])('puts an id that nobody has in the place of %j', (id) => {
  const asked = askableId(id);

  expect(asked).not.toBe(id);
  expect(isUserId(asked)).toBe(true);
});

it('keeps every text in one path segment', () => {
  const base = 'https://tenant.example/api/v2/users/';

  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string().map((text) => `auth0|${text}`),
      ),
      (text) => {
        const url = new URL(`${base}${idSegment(text)}/roles`);
        expect(url.pathname.split('/')).toHaveLength(6);
        expect(url.pathname.startsWith('/api/v2/users/') && url.pathname.endsWith('/roles')).toBe(true);
        expect(url.search + url.hash).toBe('');
      },
    ),
  );
});
