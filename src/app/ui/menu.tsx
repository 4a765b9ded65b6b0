import { Check } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId, useRef } from 'react';
import { classNames } from './class-names.ts';
import { firstItem, moveFocus } from './menu-keys.ts';

interface MenuProps {
  /** What the list offers, for screen readers. */
  label: string;
  /** Props for the button that opens it; its look is the caller's. */
  trigger: Omit<ComponentProps<'button'>, 'popoverTarget'>;
  align?: 'start' | 'end';
  children: ReactNode;
}

/** A button with a list of acts or choices: arrows, Home, End and first letters move, Escape and Tab leave. */
export function Menu({ label, trigger, align = 'start', children }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <button type="button" {...trigger} popoverTarget={id} aria-haspopup="menu" />
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onToggle={(event) => event.newState === 'open' && firstItem(event.currentTarget)?.focus()}
        onKeyDown={moveFocus}
        className={classNames(
          'menu m-0 max-h-[min(28rem,80dvh)] max-w-[min(20rem,calc(100vw-1rem))] min-w-48 overflow-y-auto rounded-lg',
          'border border-line bg-raised p-1 text-ink shadow-overlay open:animate-enter',
          align === 'end' ? 'menu-end' : 'menu-start',
        )}
      >
        {children}
      </div>
    </>
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
