import { expect, it } from 'vitest';
import { sharedReads } from './shared-reads.ts';

const never = new AbortController().signal;

/** A read that ends when told to, and counts how often it was started. */
function slowRead() {
  const { promise, resolve } = Promise.withResolvers<string>();
  const state = { started: 0, aborted: false };
  const start = (signal: AbortSignal) => {
    state.started += 1;
    signal.addEventListener('abort', () => {
      state.aborted = true;
    });
    return promise;
  };
  return { state, start, finish: resolve };
}

it('makes equal reads one', async () => {
  const reads = sharedReads();
  const { state, start, finish } = slowRead();

  const answers = Promise.all([reads.read('a', never, start), reads.read('a', never, start)]);
  finish('found');

  expect(await answers).toEqual(['found', 'found']);
  expect(state.started).toBe(1);
});

it('goes on for the others when one leaves', async () => {
  const reads = sharedReads();
  const { state, start, finish } = slowRead();
  const leaving = new AbortController();
  const left = reads.read('a', leaving.signal, start);
  const stayed = reads.read('a', never, start);

  leaving.abort(new Error('gone'));
  const abortedThen = state.aborted;
  finish('found');

  await expect(left).rejects.toThrow('gone');
  expect(await stayed).toBe('found');
  expect(abortedThen).toBe(false);
});

it('gives a read up when everyone has left, and starts anew for the next', async () => {
  const reads = sharedReads();
  const { state, start, finish } = slowRead();
  const leaving = new AbortController();
  const left = reads.read('a', leaving.signal, start);
  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');

  const abortedThen = state.aborted;
  const next = reads.read('a', never, start);
  finish('found');

  expect(abortedThen).toBe(true);
  expect(await next).toBe('found');
  expect(state.started).toBe(2);
});

it('keeps nothing after the answer, nor after a failure', async () => {
  const reads = sharedReads();
  const failing = () => Promise.reject(new Error('down'));

  await expect(reads.read('a', never, failing)).rejects.toThrow('down');
  const next = await reads.read('a', never, async () => 'found');

  expect(next).toBe('found');
});

it('lets nobody join a read from before a write', async () => {
  const reads = sharedReads();
  const { state, start, finish } = slowRead();
  const older = reads.read('users/1', never, start);

  reads.forget((key) => key.startsWith('users/'));
  const newer = reads.read('users/1', never, start);
  finish('found');
  await Promise.all([older, newer]);

  expect(state.started).toBe(2);
});
