import { dropAct, hasJustConfirmed } from '#app/lib/interrupted-act.ts';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { Dialog } from '#app/ui/dialog.tsx';
import type { StepUpDemand } from '#contract/step-up.ts';

interface StepUpDialogProps {
  demand: StepUpDemand;
  onSignIn: () => void;
  onClose: () => void;
}

/** How long a second factor counts as just shown, where the API names no age. */
const usualSeconds = 300;

/** Says why another sign-in is asked for, and what comes of what was typed. */
export function StepUpDialog({ demand, onSignIn, onClose }: StepUpDialogProps) {
  const t = useT('session.confirm');
  const ui = useT('ui');
  const { max_age, acr_values } = demand;
  const leave = () => {
    dropAct();
    onClose();
  };
  if (hasJustConfirmed(max_age ?? usualSeconds)) {
    const close = (
      <Button data-autofocus onClick={leave}>
        {ui('close')}
      </Button>
    );
    return (
      <Dialog title={t('inVain')} onClose={leave} footer={close}>
        <p>{t('inVainAdvice')}</p>
      </Dialog>
    );
  }
  const footer = (
    <>
      <Button onClick={leave}>{ui('cancel')}</Button>
      <Button variant="primary" data-autofocus onClick={onSignIn}>
        {t('signIn')}
      </Button>
    </>
  );
  return (
    <Dialog title={t('title')} onClose={leave} footer={footer}>
      <p>{t(acr_values ? 'whyFactor' : 'why')}</p>
      <p className="text-muted">{t('comeBack')}</p>
    </Dialog>
  );
}
