import { expect, it, onTestFinished } from 'vitest';
import { until } from './wait.ts';

it('lets a promise that nobody waits for any more fail in peace', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => void unheard.push(reason);
  process.on('unhandledRejection', hear);
  onTestFinished(() => void process.off('unhandledRejection', hear));
  const late = Promise.withResolvers<never>();

  const left = until(AbortSignal.abort('gone'), late.promise);
  await expect(left).rejects.toBe('gone');
  late.reject(new Error('too late'));
  // The engine tells of rejections without a listener when its queue of jobs is empty.
  await new Promise(setImmediate);

  expect(unheard).toEqual([]);
});
