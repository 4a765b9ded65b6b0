import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';

interface HalfDoneDialogProps {
  title: string;
  /** What was not done. */
  message: string;
  /** Why, where trying again may help. */
  failure: string | null;
  pending: boolean;
  onRetry: () => void;
  onClose: () => void;
}

/** The first of two acts was done, the second not: neither a success nor a failure. */
export function HalfDoneDialog({ title, message, failure, pending, onRetry, onClose }: HalfDoneDialogProps) {
  const t = useT('block');
  const footer = (
    <>
      <Button data-autofocus onClick={onClose} disabled={pending}>
        {t('close')}
      </Button>
      {failure && (
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
