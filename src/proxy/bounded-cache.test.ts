import { expect, it } from 'vitest';
import { boundedCache } from './bounded-cache.ts';

function cacheAt(start: number) {
  const clock = { now: start };
  return { clock, cache: boundedCache<number>({ maximum: 2, lifeMs: 60_000, now: () => clock.now }) };
}

it('forgets an entry when its time is up', () => {
  const { cache, clock } = cacheAt(1_000);
  cache.set('a', 1);

  clock.now += 59_999;
  const before = cache.get('a');
  clock.now += 1;
  const after = cache.get('a');

  expect([before, after]).toEqual([1, undefined]);
});

it('does not give an entry longer life for being read', () => {
  const { cache, clock } = cacheAt(0);
  cache.set('a', 1);

  clock.now = 40_000;
  cache.get('a');
  clock.now = 70_000;

  expect(cache.get('a')).toBeUndefined();
});

it('forgets what it holds when the clock is set back', () => {
  const { cache, clock } = cacheAt(1_000);
  cache.set('a', 1);

  clock.now = 0;

  expect(cache.get('a')).toBeUndefined();
});

it('drops the least recently used entry', () => {
  const { cache } = cacheAt(0);
  cache.set('a', 1);
  cache.set('b', 2);
  cache.get('a');

  cache.set('c', 3);

  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual([1, undefined, 3]);
});

it('gives what was set lately, and nothing from before or from the future', () => {
  const { cache, clock } = cacheAt(10_000);
  cache.set('a', 1);
  clock.now = 12_000;
  cache.set('b', 2);
  clock.now = 13_000;
  cache.get('a');

  const lately = cache.setWithin(2_000);
  const before = cache.setWithin(10_000);
  clock.now = 11_000;
  const setBack = cache.setWithin(10_000);

  expect([lately, before, setBack]).toEqual([[2], [1, 2], [1]]);
});

it('lets go of what has expired when something else is set', () => {
  const { cache, clock } = cacheAt(0);
  cache.set('a', 1);

  clock.now = 60_000;
  cache.set('b', 2);

  // It would be young enough again, were it still there.
  clock.now = 30_000;
  expect(cache.get('a')).toBeUndefined();
});
