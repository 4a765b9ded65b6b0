import { expect, it } from 'vitest';
import { rateBudget } from './rate-budget.ts';

const start = 1_800_000_000_000;

function budgetAt(now: number) {
  const clock = { now };
  return { clock, budget: rateBudget(() => clock.now) };
}

function answer(status: number, headers: Record<string, string>) {
  return new Response(null, { status, headers });
}

it.each([
  ['x-ratelimit-reset in Unix seconds', { 'x-ratelimit-reset': String(start / 1000 + 5) }, 5_000],
  ['Retry-After in seconds', { 'retry-after': '7' }, 7_000],
  ['Retry-After as a date', { 'retry-after': new Date(start + 9_000).toUTCString() }, 9_000],
  ['a reset that is past', { 'x-ratelimit-reset': String(start / 1000 - 5) }, 0],
  ['a reset in another century', { 'x-ratelimit-reset': '99999999999' }, 60_000],
  ['a reset that is no number', { 'x-ratelimit-reset': 'soon' }, 0],
  ['nothing', {}, 0],
])('waits after a 429 that says %s', (_, headers, expected) => {
  const { budget } = budgetAt(start);

  budget.learn('GET /users', answer(429, headers));

  expect(budget.closedMs('GET /users')).toBe(expected);
});

it('leaves other kinds of calls alone', () => {
  const { budget } = budgetAt(start);

  budget.learn('GET /users', answer(429, { 'retry-after': '5' }));

  expect(budget.closedMs('PATCH /users/{id}')).toBe(0);
});

it('holds back a little when the last call of a bucket was spent', () => {
  const { budget } = budgetAt(start);

  budget.learn(
    'GET /users',
    answer(200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(start / 1000 + 30) }),
  );

  expect(budget.closedMs('GET /users')).toBe(2_000);
});

it('opens again when the time has come, and when the clock is set back', () => {
  const { budget, clock } = budgetAt(start);
  budget.learn('GET /users', answer(429, { 'retry-after': '5' }));

  clock.now += 5_000;
  const later = budget.closedMs('GET /users');
  budget.learn('GET /users', answer(429, { 'retry-after': '5' }));
  clock.now -= 3_600_000;
  const earlier = budget.closedMs('GET /users');

  expect([later, earlier]).toEqual([0, 0]);
});

it.each([
  ['as many at once as were left', 200, { 'x-ratelimit-remaining': '2' }, 2],
  ['any number when nobody says', 200, {}, 9],
  ['one at a time after a 429 that does not say how long', 429, {}, 1],
  ['one after the limit is over', 429, { 'retry-after': '0', 'x-ratelimit-remaining': '0' }, 1],
])('lets %s run', (_, status, headers, expected) => {
  const { budget } = budgetAt(start);
  budget.learn('GET /users', answer(status, headers));

  let running = 0;
  for (; running < 9 && budget.waitMs('GET /users') === 0; running += 1) budget.enter('GET /users');

  expect(running).toBe(expected);
});

it('stays shut, although an answer from before the limit comes late', () => {
  const { budget } = budgetAt(start);
  budget.learn('GET /users', answer(429, { 'retry-after': '5' }));

  budget.learn('GET /users', answer(200, { 'x-ratelimit-remaining': '9' }));

  expect(budget.closedMs('GET /users')).toBe(5_000);
});

function running(budget: ReturnType<typeof rateBudget>): number {
  let count = 0;
  for (; count < 99 && budget.waitMs('GET /users') === 0; count += 1) budget.enter('GET /users');
  return count;
}

/** Calls one after the other, whose answers say what is left. */
function learn(budget: ReturnType<typeof rateBudget>, remaining: readonly number[]): void {
  for (const left of remaining) {
    budget.enter('GET /users');
    budget.learn('GET /users', answer(200, { 'x-ratelimit-remaining': String(left) }));
    budget.leave('GET /users');
  }
}

it('begins with few, before anyone has said what is left', () => {
  expect(running(budgetAt(start).budget)).toBe(4);
});

it('takes all that is left where nobody else draws on it', () => {
  const { budget } = budgetAt(start);

  learn(budget, [29, 28, 27, 26, 25, 24, 23, 22, 21, 20]);

  expect(running(budget)).toBe(14);
});

it('takes its share of what is left where others draw on it', () => {
  const { budget } = budgetAt(start);

  learn(budget, [36, 32, 28, 24, 20, 16, 12, 8]);

  expect(running(budget)).toBe(2);
});

it('waits a little when its share of what is left is less than one call', () => {
  const { budget } = budgetAt(start);

  learn(budget, [30, 25, 20, 15, 10, 5, 1]);

  const waitMs = budget.waitMs('GET /users');
  expect(waitMs).toBeGreaterThan(0);
  expect(waitMs).toBeLessThan(1_000);
});

it('is as open after a burst as it was before', () => {
  const { budget } = budgetAt(start);
  const falling = Array.from({ length: 40 }, (_, index) => 49 - index);
  learn(budget, falling.slice(0, 20));

  const burst = falling.slice(20);
  for (const _ of burst) budget.enter('GET /users');
  for (const left of burst) {
    budget.learn('GET /users', answer(200, { 'x-ratelimit-remaining': String(left) }));
    budget.leave('GET /users');
  }
  learn(budget, [49, 49, 49]);

  expect(running(budget)).toBe(13);
});

it('forgets how much others drew when the bucket fills again', () => {
  const { budget } = budgetAt(start);

  learn(budget, [95, 85, 75, 65, 55, 45, 35, 25]);
  learn(
    budget,
    Array.from({ length: 30 }, () => 99),
  );

  expect(running(budget)).toBeGreaterThan(20);
});
