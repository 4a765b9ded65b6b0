import { type ReactNode, useState } from 'react';
import { useActFailure } from '#app/failure/act-failure.ts';
import { mainOf } from '#app/lib/interrupted-act.ts';
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx';
import { useKeptAct } from './use-interruption.ts';
import { useReason } from './use-reason.tsx';

interface ActDialogProps {
  /** The act's name, by which the vendor asks for reasons; several that are done in one. */
  act: string | readonly string[];
  /** A question that names the act and whom it concerns. */
  title: string;
  /** The act, such as "Block". */
  confirmLabel: string;
  tone: 'primary' | 'danger';
  pending: boolean;
  error: Error | null;
  onConfirm: (why: { reason?: string }) => void;
  onClose: () => void;
  /** What the act will do. */
  children: ReactNode;
}

/** Asks before an act on a person, and why where the vendor wants to know; says what went wrong with it. */
export function ActDialog({ act, error, onConfirm, children, ...rest }: ActDialogProps) {
  const reason = useReason(act);
  const inWords = useActFailure();
  const [said, setSaid] = useState<string>();
  useKeptAct(mainOf(act), { error, reason: said });
  const confirm = () => {
    const why = reason.take();
    if (!why) return;
    setSaid(why.reason);
    onConfirm(why);
  };
  return (
    <ConfirmDialog {...rest} error={error && inWords(error)} onConfirm={confirm}>
      {children}
      {reason.field}
    </ConfirmDialog>
  );
}
