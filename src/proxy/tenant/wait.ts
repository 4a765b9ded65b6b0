/**
 * Waits; the only place of the proxy that does.
 *
 * @throws the signal's reason as soon as it is aborted.
 */
export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
    function done() {
      signal.removeEventListener('abort', stop);
      resolve();
    }
    function stop() {
      clearTimeout(timer);
      reject(signal.reason);
    }
  });
}

/** Waits for a moment of the monotonic clock; one that has passed already is not waited for. */
export async function notBefore(moment: number, signal: AbortSignal): Promise<void> {
  const left = moment - performance.now();
  if (left > 0) await wait(left, signal);
}

/** Waits for the promise, but no longer than the signal lets it; the promise itself goes on. */
export async function until<Value>(signal: AbortSignal, promise: Promise<Value>): Promise<Value> {
  // Who has left already never listens, and a rejection that nobody hears ends the process.
  promise.catch(() => {});
  signal.throwIfAborted();
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
