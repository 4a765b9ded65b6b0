import { QueryClient } from '@tanstack/react-query';
import { ConnectionError, ProblemError } from './call-error.ts';

const freshForMs = 30_000;

/**
 * Queries that repeat only what may help, and never ask by themselves: nothing is sent while nobody does anything.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: freshForMs,
        refetchOnWindowFocus: false,
        refetchOnReconnect: true,
        // Asking while offline fails at once and says so; the default would wait in silence.
        networkMode: 'always',
        retry: shouldRetry,
        retryDelay: retryDelayMs,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Whether to ask again after so many failures. */
export function shouldRetry(failures: number, error: Error): boolean {
  if (error instanceof ProblemError) {
    if (error.status === 429) return failures < 3;
    return error.status >= 500 && failures < 1;
  }
  return error instanceof ConnectionError && error.fault === 'unreachable' && failures < 1;
}

/** As long as the API asks for, else a little longer each time. */
export function retryDelayMs(failures: number, error: Error): number {
  const asked = error instanceof ProblemError ? error.retryAfterSeconds : undefined;
  return asked === undefined ? 1000 * 2 ** failures : asked * 1000;
}
