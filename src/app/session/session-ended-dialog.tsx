import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';

interface SessionEndedDialogProps {
  onSignIn: () => void;
  /** What is on the screen can still be read and copied. */
  onClose: () => void;
}

export function SessionEndedDialog({ onSignIn, onClose }: SessionEndedDialogProps) {
  const t = useT('session');
  const signIn = (
    <Button variant="primary" data-autofocus onClick={() => onSignIn()}>
      {t('signIn')}
    </Button>
  );
  return (
    <Dialog title={t('endedTitle')} onClose={onClose} footer={signIn}>
      <p>{t('endedAdvice')}</p>
    </Dialog>
  );
}
