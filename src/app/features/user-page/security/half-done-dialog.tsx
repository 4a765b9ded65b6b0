import { useKeptAct } from '#app/forms/use-interruption.ts';
import type { Why } from '#app/lib/user-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import type { UserAct } from '#contract/user-act.ts';
import { halfDone } from './half-done.ts';

interface HalfDoneDialogProps {
  /** The first act, and why both are done. */
  act: UserAct;
  why: Why;
  /** What the second has failed by. */
  error: Error | null;
  title: string;
  /** What was not done. */
  message: string;
  /** Why. */
  failure: string | null;
  pending: boolean;
  /** Null where trying again is of no use. */
  onRetry: (() => void) | null;
  onClose: () => void;
}

/** The first of two acts was done, the second not: neither a success nor a failure. */
export function HalfDoneDialog(props: HalfDoneDialogProps) {
  const { act, why, error, title, message, failure, pending, onRetry, onClose } = props;
  useKeptAct({ act, item: halfDone, error, reason: why.reason });
  const t = useT('block');
  const footer = (
    <>
      <Button data-autofocus onClick={onClose} disabled={pending}>
        {t('close')}
      </Button>
      {onRetry && (
        <Button variant="primary" onClick={onRetry} pending={pending}>
          {t('tryAgain')}
        </Button>
      )}
    </>
  );
  return (
    <Dialog title={title} onClose={onClose} pending={pending} footer={footer}>
      <Banner tone="warning" role="alert">
        <p>{message}</p>
        {failure && <p>{failure}</p>}
      </Banner>
    </Dialog>
  );
}
