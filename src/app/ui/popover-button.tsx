import { type ReactNode, Suspense, useId, useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { Loading } from './loading.tsx';

interface PopoverButtonProps {
  label: string;
  icon: ReactNode;
  /** How wide and high the popover is. */
  className: string;
  /** May load when the popover is first opened. */
  children: ReactNode;
}

/** A button that opens a dialog beside it. Escape or a press elsewhere closes it. */
export function PopoverButton({ label, icon, className, children }: PopoverButtonProps) {
  const t = useT('ui');
  const id = useId();
  const [isAsked, setAsked] = useState(false);
  return (
    <>
      <IconButton label={label} icon={icon} popoverTarget={id} aria-haspopup="dialog" />
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onBeforeToggle={() => setAsked(true)}
        className={classNames(
          'menu menu-end overflow-y-auto rounded-lg border border-line bg-raised p-4 text-ink shadow-overlay',
          'open:animate-enter',
          className,
        )}
      >
        {isAsked && <Suspense fallback={<Loading label={t('loading')} />}>{children}</Suspense>}
      </div>
    </>
  );
}
