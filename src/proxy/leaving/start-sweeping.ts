import type { Services } from '../services.ts';
import { sweepLeavers } from './sweep.ts';

const everyMs = 10 * 60_000;

/**
 * Sweeps now, and every ten minutes; never two sweeps at a time.
 *
 * @returns what ends it; a sweep that runs is seen through.
 */
export function startSweeping(services: Services): () => Promise<void> {
  let running: Promise<unknown> | null = null;
  const sweep = () => {
    running ??= sweepLeavers(services).finally(() => {
      running = null;
    });
  };
  sweep();
  const timer = setInterval(sweep, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
