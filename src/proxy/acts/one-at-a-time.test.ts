import { expect, it } from 'vitest';
import { Problem } from '../problem.ts';
import { deadlineIn } from '../tenant/deadline.ts';
import { oneAtATime } from './one-at-a-time.ts';

const patient = () => ({ signal: new AbortController().signal, deadline: deadlineIn(60_000) });

function task() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const state = { began: false };
  const run = () => {
    state.began = true;
    return promise;
  };
  return { run, state, resolve, reject };
}

it('begins a task when the one before it has ended, however that ended', async () => {
  const inTurn = oneAtATime();
  const [first, second, third] = [task(), task(), task()];
  const results = Promise.allSettled([
    inTurn('a', patient(), first.run),
    inTurn('a', patient(), second.run),
    inTurn('a', patient(), third.run),
  ]);

  await new Promise(setImmediate);
  const before = [first, second, third].map(({ state }) => state.began);
  first.reject(new Error('no'));
  await new Promise(setImmediate);
  const after = [first, second, third].map(({ state }) => state.began);
  second.resolve('two');
  third.resolve('three');

  expect([before, after]).toEqual([
    [true, false, false],
    [true, true, false],
  ]);
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
});

it('runs tasks of two keys at the same time', async () => {
  const inTurn = oneAtATime();
  const [first, second] = [task(), task()];
  void inTurn('a', patient(), first.run);

  const result = inTurn('b', patient(), second.run);
  second.resolve('two');

  expect(await result).toBe('two');
});

it('never begins a task whose caller left while he waited, and keeps the order behind him', async () => {
  const inTurn = oneAtATime();
  const [first, second, third] = [task(), task(), task()];
  const leaving = new AbortController();
  void inTurn('a', patient(), first.run);
  const left = inTurn('a', { ...patient(), signal: leaving.signal }, second.run);
  const last = inTurn('a', patient(), third.run);

  leaving.abort(new Error('left'));
  await expect(left).rejects.toThrow('left');
  const early = third.state.began;
  first.resolve('one');
  third.resolve('three');
  await last;

  expect([second.state.began, early]).toEqual([false, false]);
});

it('is busy when the turn does not come before the deadline', async () => {
  const inTurn = oneAtATime();
  const [first, second] = [task(), task()];
  void inTurn('a', patient(), first.run);

  const late = inTurn('a', { ...patient(), deadline: deadlineIn(1) }, second.run);

  await expect(late).rejects.toThrow(Problem);
  expect(second.state.began).toBe(false);
});
