import { type ReactNode, useState } from 'react';
import { useActFailure } from '#app/failure/act-failure.ts';
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx';
import { SignInNote } from './sign-in-note.tsx';
import { useKeptAct } from './use-interruption.ts';
import { useReason } from './use-reason.tsx';

interface ActDialogProps {
  /** The act's name, by which the vendor asks for reasons; several that are done in one. */
  act: string | readonly string[];
  /** Which of several things it is done to, as the control knows it that opens this again after a sign-in. */
  item?: string;
  /** What has been chosen in it, to be brought back then. */
  chosen?: object;
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
export function ActDialog({ act, item, chosen, error, onConfirm, children, ...rest }: ActDialogProps) {
  const reason = useReason(act, item);
  const inWords = useActFailure();
  const [said, setSaid] = useState<string>();
  const { demand, wasConfirmed, signInFirst } = useKeptAct({ act, item, chosen, error, reason: said });
  const confirm = () => {
    const why = reason.take();
    if (!why) return;
    setSaid(why.reason);
    if (!signInFirst(why.reason)) onConfirm(why);
  };
  return (
    <ConfirmDialog {...rest} isAffirmed={wasConfirmed} error={error && inWords(error)} onConfirm={confirm}>
      <SignInNote demand={demand} onSignIn={() => signInFirst(reason.text, '')} />
      {children}
      {reason.field}
    </ConfirmDialog>
  );
}
