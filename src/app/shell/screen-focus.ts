import { type RefObject, useEffect } from 'react';
import { useLocation } from 'wouter';

/** The last screen of this window, whatever stood around it; null until the first is shown. */
let shownPath: string | null = null;

/**
 * Takes the focus to the heading of a new screen, as a page load would, so that a screen reader says where one is.
 * Gives the path of the screen. Changes of the query string are not a new screen.
 */
export function useScreenFocus(main: RefObject<HTMLElement | null>): string {
  const [path] = useLocation();
  useEffect(() => {
    const isNew = shownPath !== null && shownPath !== path;
    shownPath = path;
    if (!isNew) return;
    const target = main.current?.querySelector<HTMLElement>('h1') ?? main.current;
    target?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [path, main]);
  return path;
}
