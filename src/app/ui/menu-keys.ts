function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
}

/** The choice that holds, or the first item. */
export function firstItem(menu: HTMLElement): HTMLElement | undefined {
  const items = itemsOf(menu);
  return items.find((item) => item.ariaChecked === 'true') ?? items[0];
}

/** Moves the focus within a menu as the keys of the ARIA menu pattern ask. */
export function moveFocus(event: KeyboardEvent, menu: HTMLElement) {
  if (event.key === 'Tab') {
    menu.hidePopover();
    return;
  }
  const target = itemFor(event, itemsOf(menu));
  if (!target) return;
  event.preventDefault();
  target.focus();
}

function itemFor(event: KeyboardEvent, items: HTMLElement[]): HTMLElement | undefined {
  const at = items.findIndex((item) => item.matches(':focus'));
  switch (event.key) {
    case 'ArrowDown':
      return items[(at + 1) % items.length];
    case 'ArrowUp':
      return items.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    default:
      return startingWith(event, [...items.slice(at + 1), ...items.slice(0, at + 1)]);
  }
}

function startingWith(event: KeyboardEvent, items: HTMLElement[]): HTMLElement | undefined {
  if (event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.metaKey || event.altKey) return;
  const letter = event.key.toLocaleLowerCase();
  return items.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter));
}
