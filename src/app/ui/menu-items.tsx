import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { firstItem, moveFocus } from './menu-keys.ts';

/** The list in a `Menu`: arrows, Home, End and first letters move, Escape and Tab leave. */
export function MenuItems({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const menu = list.current?.closest<HTMLElement>('[popover]');
    if (!menu) return;
    const begin = () => {
      if (menu.matches(':popover-open')) firstItem(menu)?.focus();
    };
    // The first time it is open already when its items come.
    begin();
    const listening = new AbortController();
    const { signal } = listening;
    menu.addEventListener('toggle', begin, { signal });
    menu.addEventListener('keydown', (event) => moveFocus(event, menu), { signal });
    return () => listening.abort();
  }, []);
  return (
    <div ref={list} role="presentation">
      {children}
    </div>
  );
}

interface MenuItemProps {
  icon?: ReactNode;
  onSelect: () => void;
  children: ReactNode;
}

/** An act. */
export function MenuItem({ icon, onSelect, children }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      onClick={(event) => select(event.currentTarget, onSelect)}
      className={itemStyle}
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
    </button>
  );
}

interface MenuChoiceProps extends MenuItemProps {
  checked: boolean;
}

/** One of several, of which one holds. */
export function MenuChoice({ icon, checked, onSelect, children }: MenuChoiceProps) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={checked}
      tabIndex={-1}
      onClick={(event) => select(event.currentTarget, onSelect)}
      className={itemStyle}
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {checked && <Check aria-hidden className="size-4 shrink-0 text-accent-text" />}
    </button>
  );
}

const itemStyle =
  'flex min-h-8 w-full items-center gap-2 rounded-md px-2 py-1 text-start hover:bg-sunken focus:bg-sunken';

interface MenuLinkProps {
  icon?: ReactNode;
  href: string;
  children: ReactNode;
}

/** A way out of the app; it opens beside it. */
export function MenuLink({ icon, href, children }: MenuLinkProps) {
  return (
    <a
      role="menuitem"
      tabIndex={-1}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      onClick={(event) => event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()}
      className={itemStyle}
    >
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
    </a>
  );
}

function select(item: HTMLElement, onSelect: () => void) {
  // Before the act, so that a dialog it opens gives the focus back to the menu's button.
  item.closest<HTMLElement>('[popover]')?.hidePopover();
  onSelect();
}

/** Items that belong together, under a heading. */
export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0 border-line not-first:mt-1 not-first:border-t not-first:pt-1">
      <legend className="float-start w-full px-2 py-1 text-xs font-medium text-muted">{label}</legend>
      {children}
    </fieldset>
  );
}
