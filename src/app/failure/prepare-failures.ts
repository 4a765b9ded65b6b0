import { useEffect } from 'react';
import { loadWords } from '#app/messages/catalogue.ts';

/** Loads what says what went wrong as soon as there is time: when the network is gone, it is too late. */
export function usePreparedFailures() {
  useEffect(() => {
    const timer = setTimeout(() => {
      void Promise.allSettled([
        import('./failure-details.tsx'),
        import('./retry-notice.tsx'),
        loadWords(['errors']),
      ]);
    }, patienceMs);
    return () => clearTimeout(timer);
  }, []);
}

/** After what the screen itself is waiting for. */
const patienceMs = 2000;
