import { Problem } from '../problem.ts';
import type { Caller } from '../tenant/caller.ts';
import { until } from '../tenant/wait.ts';

/**
 * Runs tasks of the same key one after another, in the order in which they came. Whoever leaves while he waits never
 * begins.
 *
 * @throws Problem `busy` when his turn does not come before the caller's deadline.
 */
export type OneAtATime = <Value>(
  key: string,
  caller: Pick<Caller, 'signal' | 'deadline'>,
  task: () => Promise<Value>,
) => Promise<Value>;

export function oneAtATime(): OneAtATime {
  const last = new Map<string, Promise<void>>();
  return async (key, caller, task) => {
    const before = last.get(key) ?? Promise.resolve();
    const { promise: mine, resolve: done } = Promise.withResolvers<void>();
    const all = before.then(() => mine);
    last.set(key, all);
    // Not before those ahead are done, even if this one has given up.
    void all.then(() => {
      if (last.get(key) === all) last.delete(key);
    });
    try {
      await turnOf(before, caller);
      return await task();
    } finally {
      done();
    }
  };
}

async function turnOf(before: Promise<void>, { signal, deadline }: Parameters<OneAtATime>[1]): Promise<void> {
  try {
    await until(AbortSignal.any([signal, deadline.signal]), before);
  } catch (error) {
    signal.throwIfAborted();
    throw new Problem('busy', { retryAfterSeconds: 1, cause: error });
  }
}
