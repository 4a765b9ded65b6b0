import { expect, it } from 'vitest';
import { openLogBook } from './log-book.ts';
import { memoryStorage } from './storage.ts';

it('forgets the oldest entries, so that a long-lived tenant does not fill its storage', () => {
  let now = Date.parse('2026-03-01');
  const book = openLogBook(memoryStorage(), () => now);

  for (let count = 0; count < 520; count += 1) {
    now += 1000;
    book.add({ type: 's', user_id: `auth0|${count}` });
  }

  expect(book.all()).toHaveLength(500);
  expect(book.all()[0]?.user_id).toBe('auth0|519');
  expect(book.of('auth0|19')).toEqual([]);
});

it('keeps the plain facts of an entry that is too long', () => {
  const storage = memoryStorage();
  const book = openLogBook(storage, () => 0);

  book.add({
    type: 'sapi',
    user_id: 'auth0|ada',
    user_agent: 'x'.repeat(9_000),
    details: { response: { body: 'x'.repeat(9_000) } },
  });

  expect(book.all()).toMatchObject([{ type: 'sapi', user_id: 'auth0|ada', log_id: expect.any(String) }]);
  expect(storage.keys('').every((key) => (storage.read(key)?.length ?? 0) < 1_000)).toBe(true);
});
