import { type RefObject, useEffect, useRef } from 'react';
import type { UserPage } from '#contract/user.ts';

/** Begins a turned page at its top, once it is there; until then what is read stays in place. */
export function useTurnPage(top: RefObject<HTMLElement | null>, page: UserPage | undefined) {
  const turnedFrom = useRef<UserPage>(undefined);
  useEffect(() => {
    if (!turnedFrom.current || turnedFrom.current === page) return;
    turnedFrom.current = undefined;
    const isAbove = (top.current?.getBoundingClientRect().top ?? 0) < 0;
    if (isAbove) top.current?.scrollIntoView({ block: 'start' });
  }, [page, top]);
  return () => {
    turnedFrom.current = page;
  };
}
