import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { UserId } from '#contract/user.ts';

/** Long enough to tell pointing from passing by. */
const intentMs = 80;

interface RowActs {
  onOpen: (userId: UserId) => void;
  /** Someone is likely to open the row next. */
  onIntent: (userId: UserId) => void;
}

/**
 * Makes whole rows lead where their link leads, and tells when someone points at one. The rows are plain markup with
 * a real link in each; one listener for all of them keeps a page of 100 light.
 */
export function useRowLinks(body: RefObject<HTMLElement | null>, { onOpen, onIntent }: RowActs) {
  const open = useEffectEvent(onOpen);
  const intend = useEffectEvent(onIntent);

  useEffect(() => {
    const element = body.current;
    if (!element) return;
    const listening = new AbortController();
    const { signal } = listening;
    let timer = 0;
    let pointedAt: string | undefined;

    let opening = false;
    const press = (event: MouseEvent) => {
      const row = rowOf(event);
      if (!row || event.defaultPrevented) return;
      const act = actOf(event, row.link);
      if (act === 'open') {
        event.preventDefault();
        if (opening) return;
        opening = true;
        // The row shows that it was pressed before the work of leaving a hundred rows begins.
        row.element.setAttribute('aria-busy', 'true');
        afterPaint(() => {
          opening = false;
          row.element.removeAttribute('aria-busy');
          if (!signal.aborted) open(row.userId);
        });
      }
      if (act === 'open-tab') window.open(row.link.href, '_blank', 'noopener');
    };
    const point = (event: Event) => {
      const row = rowOf(event);
      if (row?.userId === pointedAt) return;
      clearTimeout(timer);
      pointedAt = row?.userId;
      if (row) timer = window.setTimeout(() => intend(row.userId), intentMs);
    };
    const leave = () => {
      clearTimeout(timer);
      pointedAt = undefined;
    };
    const pointByMouse = (event: PointerEvent) => event.pointerType === 'mouse' && point(event);

    element.addEventListener('click', press, { signal });
    element.addEventListener('auxclick', press, { signal });
    element.addEventListener('pointerover', pointByMouse, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    element.addEventListener('focusin', point, { signal });
    element.addEventListener('focusout', leave, { signal });
    signal.addEventListener('abort', leave);
    return () => listening.abort();
  }, [body]);
}

function afterPaint(act: () => void) {
  requestAnimationFrame(() => setTimeout(act));
}

interface LinkedRow {
  element: HTMLElement;
  userId: UserId;
  link: HTMLAnchorElement;
}

function rowOf(event: Event): LinkedRow | null {
  const element = event.target instanceof Element ? event.target.closest('tr') : null;
  const link = element?.querySelector('a');
  const userId = element?.dataset.userId;
  // The row was given this id from a parsed user.
  return element && link && userId !== undefined ? { element, userId: userId as UserId, link } : null;
}

function actOf(event: MouseEvent, link: HTMLAnchorElement): 'open' | 'open-tab' | null {
  const isOnLink = event.composedPath().includes(link);
  const wantsTab = event.button === 1 || event.ctrlKey || event.metaKey;
  // What the browser does with a real link is left to it.
  if (wantsTab) return isOnLink ? null : 'open-tab';
  if (event.button !== 0 || event.shiftKey || event.altKey) return null;
  const isSelecting = !isOnLink && getSelection()?.isCollapsed === false;
  return isSelecting ? null : 'open';
}
