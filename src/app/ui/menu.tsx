import { type ComponentProps, type ReactNode, Suspense, useId, useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { classNames } from './class-names.ts';
import { Loading } from './loading.tsx';

interface MenuProps {
  /** What the list offers, for screen readers. */
  label: string;
  /** Props for the button that opens it; its look is the caller's. */
  trigger: Omit<ComponentProps<'button'>, 'popoverTarget'>;
  align?: 'start' | 'end';
  /** `MenuItems`; they may load when the menu is first opened. */
  children: ReactNode;
}

/** A button with a list of acts or choices. */
export function Menu({ label, trigger, align = 'start', children }: MenuProps) {
  const t = useT('ui');
  const id = useId();
  const [isAsked, setAsked] = useState(false);
  // A menu holds items and nothing else, from its first moment on.
  const itemToCome = (
    <div role="menuitem" aria-disabled tabIndex={-1}>
      <Loading label={t('loading')} />
    </div>
  );
  return (
    <>
      <button type="button" {...trigger} popoverTarget={id} aria-haspopup="menu" />
      <div
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        onBeforeToggle={() => setAsked(true)}
        className={classNames(
          'menu m-0 max-h-[min(28rem,80dvh)] max-w-[min(20rem,calc(100vw-1rem))] min-w-48 overflow-y-auto rounded-lg',
          'border border-line bg-raised p-1 text-ink shadow-overlay open:animate-enter',
          align === 'end' ? 'menu-end' : 'menu-start',
        )}
      >
        {isAsked && <Suspense fallback={itemToCome}>{children}</Suspense>}
      </div>
    </>
  );
}
