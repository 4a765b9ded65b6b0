import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/**
 * Takes the focus to the heading of a new screen, as a page load would, so that a screen reader says where one is.
 * Gives the path of the screen. Changes of the query string are not a new screen.
 */
export function useScreenFocus(main: RefObject<HTMLElement | null>): string {
  const [path] = useLocation();
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    const target = main.current?.querySelector<HTMLElement>('h1') ?? main.current;
    target?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [path, main]);
  return path;
}
