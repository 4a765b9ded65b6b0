import type { ReactNode } from 'react';
import { ActDialog } from '#app/forms/act-dialog.tsx';
import { useToast } from '#app/ui/toast.tsx';
import type { useEndSession } from './use-end-access.ts';

interface EndOneDialogProps {
  /** What ends one session, one application's access or one device. */
  ending: ReturnType<typeof useEndSession>;
  id: string;
  title: string;
  confirmLabel: string;
  /** What is said when it is done. */
  done: string;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before one way in is closed. */
export function EndOneDialog({
  ending,
  id,
  title,
  confirmLabel,
  done,
  onClose,
  children,
}: EndOneDialogProps) {
  const toast = useToast();
  const onSuccess = () => {
    onClose();
    toast({ tone: 'success', message: done });
  };
  return (
    <ActDialog
      act="endSessions"
      item={id}
      title={title}
      confirmLabel={confirmLabel}
      tone="danger"
      pending={ending.isPending}
      error={ending.error}
      onConfirm={(why) => ending.mutate({ id, ...why }, { onSuccess })}
      onClose={onClose}
    >
      {children}
    </ActDialog>
  );
}
