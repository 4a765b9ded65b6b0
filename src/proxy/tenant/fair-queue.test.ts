import { expect, it } from 'vitest';
import { fairQueue, type Turn } from './fair-queue.ts';

const never = new AbortController().signal;

/** A queue for one task at a time, whose slot is held until `release`. */
function busyQueue() {
  const queue = fairQueue(1);
  const order: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const holding = queue.run({ lane: 'holder', priority: 'interactive' }, never, () => promise);
  function ask(name: string, turn: Partial<Turn> = {}, signal: AbortSignal = never) {
    return queue.run(
      { lane: 'one', priority: 'interactive', ...turn },
      signal,
      async () => void order.push(name),
    );
  }
  return { ask, order, release: resolve, holding };
}

it('lets organizations take turns', async () => {
  const { ask, order, release } = busyQueue();
  const tasks = [
    ask('a1', { lane: 'a' }),
    ask('a2', { lane: 'a' }),
    ask('a3', { lane: 'a' }),
    ask('b1', { lane: 'b' }),
    ask('c1', { lane: 'c' }),
  ];

  release();
  await Promise.all(tasks);

  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
});

it('lets bulk work wait for everyone at a screen', async () => {
  const { ask, order, release } = busyQueue();
  const tasks = [ask('bulk', { priority: 'bulk' }), ask('first'), ask('second')];

  release();
  await Promise.all(tasks);

  expect(order).toEqual(['first', 'second', 'bulk']);
});

it('never runs a task that was given up while waiting', async () => {
  const { ask, order, release } = busyQueue();
  const leaving = new AbortController();
  const left = ask('left', {}, leaving.signal);
  const stayed = ask('stayed');

  leaving.abort(new Error('gone'));
  release();
  await stayed;

  await expect(left).rejects.toThrow('gone');
  expect(order).toEqual(['stayed']);
});

it('goes on after a task that fails', async () => {
  const queue = fairQueue(1);
  const turn: Turn = { lane: 'a', priority: 'interactive' };
  const failing = queue.run(turn, never, () => Promise.reject(new Error('broken')));

  const next = queue.run(turn, never, async () => 'ran');

  await expect(failing).rejects.toThrow('broken');
  await expect(next).resolves.toBe('ran');
});

it('runs as many tasks at the same time as it may', async () => {
  const queue = fairQueue(2);
  const { promise, resolve } = Promise.withResolvers<void>();
  let running = 0;
  const start = () =>
    queue.run({ lane: 'a', priority: 'interactive' }, never, async () => {
      running += 1;
      await promise;
    });

  const tasks = [start(), start(), start()];
  await Promise.resolve();
  const atOnce = running;
  resolve();
  await Promise.all(tasks);

  expect([atOnce, running]).toEqual([2, 3]);
});
