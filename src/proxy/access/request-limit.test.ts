import { expect, it } from 'vitest';
import { Problem } from '../problem.ts';
import { requestLimit } from './request-limit.ts';

const clock = { now: 0 };

function limitOf(perSecond: number) {
  clock.now = Date.parse('2026-10-01T09:00:00.000Z');
  const limit = requestLimit(perSecond, () => clock.now);
  /** How many of so many requests are let through. */
  function passed(count: number, key = 'ada'): number {
    return Array.from({ length: count }).filter(() => secondsLeft(key) === 0).length;
  }
  /** 0 when one more is let through, else when to come back. */
  function secondsLeft(key = 'ada'): number {
    try {
      limit.take(key);
      return 0;
    } catch (error) {
      return (error instanceof Problem && error.retryAfterSeconds) || Number.NaN;
    }
  }
  return { passed, secondsLeft };
}

it('lets three seconds’ worth through at once, then as much as comes back', () => {
  const { passed } = limitOf(2);
  const atOnce = passed(20);

  clock.now += 1_500;
  const afterwards = passed(20);

  expect([atOnce, afterwards]).toEqual([6, 3]);
});

it('never saves up more than that', () => {
  const { passed } = limitOf(2);
  passed(1);

  clock.now += 86_400_000;

  expect(passed(20)).toBe(6);
});

it.each([
  [2, 1],
  [0.1, 10],
])('says when to come back at %d a second', (perSecond, expected) => {
  const { passed, secondsLeft } = limitOf(perSecond);
  passed(20);

  expect(secondsLeft()).toBe(expected);
});

it('takes nothing for what it refuses', () => {
  const { passed } = limitOf(1);
  passed(1_000);

  clock.now += 1_000;

  expect(passed(10)).toBe(1);
});

it('counts each by himself', () => {
  const { passed } = limitOf(2);
  passed(20);

  expect(passed(20, 'ben')).toBe(6);
});

it('knows no limit of 0', () => {
  const { passed } = limitOf(0);

  expect(passed(5_000)).toBe(5_000);
});

it('shuts nobody out whose clock was set back', () => {
  const { passed } = limitOf(2);
  passed(20);

  clock.now -= 86_400_000;

  expect(passed(20)).toBe(6);
});
