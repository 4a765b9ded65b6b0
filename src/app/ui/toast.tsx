import { X } from 'lucide-react';
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { classNames } from './class-names.ts';
import { IconButton } from './icon-button.tsx';
import { toneIcon } from './tone.ts';

export interface Toast {
  tone: 'success' | 'info';
  message: string;
}

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Says that something was done. Failures are not told this way: they show where the person is looking. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext);
}

const shownForMs = 6000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<Toast | null>(null);
  const show = useCallback((next: Toast) => setToast({ ...next }), []);
  const close = useCallback(() => setToast(null), []);
  return (
    <ToastContext value={show}>
      {children}
      <ToastRegion toast={toast} onClose={close} />
    </ToastContext>
  );
}

function ToastRegion({ toast, onClose }: { toast: Toast | null; onClose: () => void }) {
  const t = useT('ui');
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    // Shown anew each time, to lie above a dialog that was opened since.
    region.current?.hidePopover();
    if (toast) region.current?.showPopover();
  }, [toast]);
  useEffect(() => {
    if (!toast) return;
    // It stays while someone points at it or is inside it.
    const timer = setInterval(() => {
      if (!region.current?.matches(':hover, :focus-within')) onClose();
    }, shownForMs);
    return () => clearInterval(timer);
  }, [toast, onClose]);
  return (
    <>
      {/* Said here, because a live region inside a closed popover is silent. */}
      <div role="status" className="sr-only">
        {toast?.message}
      </div>
      <section
        ref={region}
        popover="manual"
        aria-label={t('message')}
        className={classNames(
          'fixed inset-auto inset-x-0 bottom-4 m-auto w-fit max-w-[calc(100%-2rem)] rounded-lg border',
          'border-line bg-raised text-ink shadow-overlay open:animate-enter',
        )}
      >
        {toast && <ToastBody toast={toast} onClose={onClose} />}
      </section>
    </>
  );
}

function ToastBody({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const t = useT('ui');
  const Icon = toneIcon[toast.tone];
  return (
    <div className="flex items-center gap-2 py-1 ps-3 pe-1">
      <Icon aria-hidden className={toast.tone === 'success' ? 'size-4 text-success' : 'size-4 text-info'} />
      <p>{toast.message}</p>
      <IconButton label={t('close')} icon={<X aria-hidden className="size-4" />} onClick={onClose} />
    </div>
  );
}
