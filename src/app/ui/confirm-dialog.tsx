import type { ReactNode } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  /** A question that names the act and whom it concerns. */
  title: string;
  /** The act, such as "Block", never "OK". */
  confirmLabel: string;
  /** The way out, where "Cancel" could be taken for the act. */
  cancelLabel?: string;
  tone: 'primary' | 'danger';
  /** He has said yes before and comes back to it: then that has the focus, unless it is dangerous. */
  isAffirmed?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  pending?: boolean;
  error?: ReactNode;
  /** What the act will do. */
  children: ReactNode;
}

/** Asks before an act; the safe choice has the focus. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    title,
    confirmLabel,
    cancelLabel,
    tone,
    isAffirmed = false,
    onConfirm,
    onClose,
    pending = false,
    error,
    children,
  } = props;
  const t = useT('ui');
  const isYesFocused = isAffirmed && tone === 'primary';
  const footer = (
    <>
      <Button data-autofocus={isYesFocused ? undefined : true} onClick={onClose} disabled={pending}>
        {cancelLabel ?? t('cancel')}
      </Button>
      <Button
        variant={tone}
        data-autofocus={isYesFocused ? true : undefined}
        onClick={onConfirm}
        pending={pending}
      >
        {confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} pending={pending} error={error} footer={footer}>
      {children}
    </Dialog>
  );
}
