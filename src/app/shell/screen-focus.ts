import { type RefObject, useEffect } from 'react';
import { useLocation } from 'wouter';
import { screenOf } from '#app/paths.ts';

/** The last screen of this window, whatever stood around it; null until the first is shown. */
let shown: { screen: string; main: HTMLElement | null } | null = null;

/**
 * Takes the focus to the heading of a new screen, as a page load would, so that a screen reader says where one is.
 * Gives what tells the screen from others. Changes of the query string or of a tab are not a new screen.
 */
export function useScreenFocus(main: RefObject<HTMLElement | null>): string {
  const [path] = useLocation();
  const screen = screenOf(path);
  useEffect(() => {
    const before = shown;
    shown = { screen, main: main.current };
    if (!before) return;
    // At the same address one page replaces another, such as the list the failure that "Try again" has mended.
    const isReplaced = before.main !== main.current && isFocusLost();
    if (before.screen === screen && !isReplaced) return;
    focusHeading(main.current);
    scrollTo(0, 0);
  }, [screen, main]);
  useKeptFocus(main);
  return screen;
}

/**
 * Takes the focus to the heading around a control that goes away while it has the focus, as "Clear filters" does
 * when it is pressed. The browser would let it fall back to the top of the page.
 */
function useKeptFocus(main: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const element = main.current;
    if (!element) return;
    const listening = new AbortController();
    let focused: Element[] = [];
    const note = ({ target }: FocusEvent) => {
      focused = target instanceof Element ? around(target) : [];
    };
    const observer = new MutationObserver(() => {
      const [control, ...places] = focused;
      if (!control || control.isConnected || !isFocusLost()) return;
      focused = [];
      focusHeading(places.find((place) => place.isConnected)?.closest('section, main') ?? element);
    });
    element.addEventListener('focusin', note, { signal: listening.signal });
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      listening.abort();
      observer.disconnect();
    };
  }, [main]);
}

function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** An element and what it stands in, inside out: while it is there, for it does not tell afterwards. */
function around(element: Element): Element[] {
  const parent = element.parentElement;
  return parent ? [element, ...around(parent)] : [element];
}

function focusHeading(place: Element | null) {
  const heading = place?.querySelector<HTMLElement>('h1, h2') ?? place?.closest('main');
  heading?.focus({ preventScroll: true });
}
