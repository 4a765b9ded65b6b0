import { expect, it } from 'vitest';
import { fairQueue, type Gate, type Turn, type Waiter } from './fair-queue.ts';

const never = new AbortController().signal;

const open: Gate = { waitMs: () => 0, enter: () => {}, leave: () => {} };

function waiter(turn: Partial<Turn> = {}, rest: Partial<Waiter> = {}): Waiter {
  const whole: Turn = { lane: 'one', priority: 'interactive', ...turn };
  return { turn: whole, kind: 'GET /users', signal: never, tooLong: () => null, ...rest };
}

/** A queue for one task at a time, whose slot is held until `release`. */
function busyQueue(gate: Gate = open) {
  const queue = fairQueue(1, gate);
  const order: string[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  const holding = queue.run(waiter({ lane: 'holder' }), () => promise);
  function ask(name: string, turn: Partial<Turn> = {}, signal: AbortSignal = never) {
    return queue.run(waiter(turn, { signal }), async () => void order.push(name));
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
  const queue = fairQueue(1, open);
  const failing = queue.run(waiter(), () => Promise.reject(new Error('broken')));

  const next = queue.run(waiter(), async () => 'ran');

  await expect(failing).rejects.toThrow('broken');
  await expect(next).resolves.toBe('ran');
});

it('runs as many tasks at the same time as it may', async () => {
  const queue = fairQueue(2, open);
  const { promise, resolve } = Promise.withResolvers<void>();
  let running = 0;
  const start = () =>
    queue.run(waiter(), async () => {
      running += 1;
      await promise;
    });

  const tasks = [start(), start(), start()];
  await new Promise(setImmediate);
  const atOnce = running;
  resolve();
  await Promise.all(tasks);

  expect([atOnce, running]).toEqual([2, 3]);
});

/** A gate that is shut for some kinds; whoever waits hears so, and is let in when it opens. */
function shutFor(kinds: Set<string>, waitMs: number): Gate {
  return { ...open, waitMs: (kind) => (kinds.has(kind) ? waitMs : 0) };
}

it('lets others pass who finds the gate shut, and keeps his place', async () => {
  const shut = new Set(['PATCH']);
  const order: string[] = [];
  const queue = fairQueue(1, shutFor(shut, 1));
  const ask = (name: string, lane: string, kind: string) =>
    queue.run(waiter({ lane }, { kind }), async () => void order.push(name));
  const tasks = [ask('a1', 'a', 'PATCH'), ask('a2', 'a', 'PATCH'), ask('b1', 'b', 'PATCH')];
  await ask('c1', 'c', 'GET');

  shut.clear();
  await Promise.all(tasks);

  expect(order).toEqual(['c1', 'a1', 'b1', 'a2']);
});

it('lets the next one in when one of his kind has ended', async () => {
  let running = 0;
  const counts: number[] = [];
  const gate: Gate = {
    waitMs: () => (running > 0 ? Number.POSITIVE_INFINITY : 0),
    enter() {
      running += 1;
    },
    leave() {
      running -= 1;
    },
  };
  const queue = fairQueue(9, gate);
  const task = async () => void counts.push(running);

  await Promise.all([1, 2, 3].map(() => queue.run(waiter(), task)));

  expect([counts, running]).toEqual([[1, 1, 1], 0]);
});

it('sends those away for whom the gate opens too late, and only those', async () => {
  const queue = fairQueue(1, shutFor(new Set(['PATCH']), 30_000));
  const hurried = waiter({}, { kind: 'PATCH', tooLong: (waitMs) => new Error(`in ${waitMs} ms`) });
  const leaving = new AbortController();
  const patient = queue.run(waiter({}, { kind: 'PATCH', signal: leaving.signal }), async () => 'ran');

  const sentAway = queue.run(hurried, async () => 'ran');

  await expect(sentAway).rejects.toThrow('in 30000 ms');
  leaving.abort(new Error('still waiting'));
  await expect(patient).rejects.toThrow('still waiting');
});
