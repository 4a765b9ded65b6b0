import { useSyncExternalStore } from 'react';
import * as z from 'zod/mini';

const theme = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof theme>;

/** `public/start.js` reads the same key before the first paint. */
const key = 'steward.theme';
const listeners = new Set<() => void>();

export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, storedTheme), setTheme];
}

function storedTheme(): Theme {
  try {
    return z.catch(theme, 'system').parse(localStorage.getItem(key));
  } catch {
    return 'system';
  }
}

function setTheme(chosen: Theme) {
  try {
    localStorage.setItem(key, chosen);
  } catch {
    // Storage may be closed to this page; the choice then lasts until it is left.
  }
  showTheme(chosen);
  for (const listener of listeners) listener();
}

function showTheme(chosen: Theme) {
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

function subscribe(listener: () => void): () => void {
  const followOtherTabs = (event: StorageEvent) => {
    if (event.key !== key) return;
    showTheme(storedTheme());
    listener();
  };
  listeners.add(listener);
  addEventListener('storage', followOtherTabs);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', followOtherTabs);
  };
}
