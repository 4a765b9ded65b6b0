import { X } from 'lucide-react';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from './banner.tsx';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  title: string;
  /** Escape, the close button, a press beside the dialog or the platform's back gesture. */
  onClose: () => void;
  /** While an act is under way the dialog stays. */
  pending?: boolean;
  /** What went wrong with the act, in the words of the person in front of it. */
  error?: ReactNode;
  /** Buttons, the safe one first. Mark what shall have the focus with `data-autofocus`. */
  footer?: ReactNode;
  width?: 'narrow' | 'wide';
  children?: ReactNode;
}

/** A modal dialog, open as long as it is rendered. The focus goes back to where it was. */
export function Dialog({
  title,
  onClose,
  pending = false,
  error,
  footer,
  width = 'narrow',
  children,
}: DialogProps) {
  const t = useT('ui');
  const id = useId();
  const dialog = useModal();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onCancel={(event) => {
        // React owns whether it is open.
        event.preventDefault();
        if (!pending) onClose();
      }}
      // Only where the press begins counts: selecting text may end outside.
      onMouseDown={(event) => {
        if (event.target !== event.currentTarget || pending) return;
        // The press would take the focus from where closing puts it.
        event.preventDefault();
        onClose();
      }}
      className={classNames(
        'm-auto max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] flex-col overflow-hidden rounded-lg bg-raised',
        'text-ink shadow-overlay backdrop:bg-scrim open:flex open:animate-enter',
        width === 'narrow' ? 'max-w-md' : 'max-w-2xl',
      )}
    >
      <header className="flex items-start gap-2 px-5 pt-4 pb-2">
        <h2 id={`${id}-title`} className="flex-1 pt-1 text-lg font-semibold">
          {title}
        </h2>
        <IconButton
          label={t('close')}
          icon={<X aria-hidden className="size-4" />}
          onClick={onClose}
          disabled={pending}
          className="-me-2"
        />
      </header>
      <div className="grid gap-3 overflow-y-auto px-5 pb-4">
        {children}
        {error && (
          <Banner tone="danger" role="alert">
            {error}
          </Banner>
        )}
      </div>
      {footer && (
        <footer className="flex flex-wrap justify-end gap-2 border-t border-line bg-canvas px-5 py-3">
          {footer}
        </footer>
      )}
    </dialog>
  );
}

/** Opens the dialog when it appears; closing it before it goes gives the focus back. */
function useModal() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element?.close();
  }, []);
  return dialog;
}
