import type { Services } from '../services.ts';
import { sweepLeavers } from './sweep.ts';

/** A proxy that has just started has other things to do; so has one that starts over and over. */
const firstAfterMs = 60_000;
const everyMs = 10 * 60_000;

/**
 * Sweeps in a minute, and then every ten; never two sweeps at a time.
 *
 * @returns what ends it, when the deletion that runs has been seen through.
 */
export function startSweeping(services: Services): () => Promise<void> {
  const stopping = new AbortController();
  let running: Promise<unknown> | null = null;
  const sweep = () => {
    running ??= sweepLeavers(services, stopping.signal).finally(() => {
      running = null;
    });
  };
  const first = setTimeout(sweep, firstAfterMs);
  const timer = setInterval(sweep, everyMs);
  return async () => {
    clearTimeout(first);
    clearInterval(timer);
    stopping.abort();
    await running;
  };
}
