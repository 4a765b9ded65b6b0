import type { ConnectionFault } from './call-error.ts';

const patienceMs = 5000;

/** APIs that have answered this page: a later failure there is not a refusal of its origin. */
const answered = new Set<string>();

/** Notes that an answer of the API could be read. */
export function noteAnswer(proxy: string) {
  answered.add(proxy);
}

/**
 * Finds out why a request failed without an answer. A browser hides the difference between a server that is down
 * and one that refuses this origin; a request whose answer may not be read tells them apart.
 */
export async function explainSilence(proxy: string, send: typeof fetch): Promise<ConnectionFault> {
  if (globalThis.navigator?.onLine === false) return 'offline';
  if (answered.has(proxy)) return 'unreachable';
  try {
    await send(`${proxy}/healthz`, {
      mode: 'no-cors',
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(patienceMs),
    });
    return 'origin-refused';
  } catch {
    return 'unreachable';
  }
}
