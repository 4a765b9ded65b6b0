import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { textLinkStyle } from '#app/ui/text-link.ts';
import type { StepUpDemand } from '#contract/step-up.ts';

interface SignInNoteProps {
  demand: StepUpDemand | null;
  onSignIn: () => void;
}

/** Says before anything is entered that a sign-in will be asked for. Needs the words of `forms`. */
export function SignInNote({ demand, onSignIn }: SignInNoteProps) {
  const t = useT('forms.signIn');
  if (!demand) return null;
  return (
    <Banner
      tone="info"
      action={
        <button type="button" onClick={onSignIn} className={`${textLinkStyle} self-start`}>
          {t('now')}
        </button>
      }
    >
      {t(demand.acr_values === undefined ? 'first' : 'firstWithFactor')}
    </Banner>
  );
}

/** Says that what was not kept has to be entered once more. */
export function SecretNote({ isLacking }: { isLacking: boolean }) {
  const t = useT('forms.signIn');
  return isLacking && <Banner tone="info">{t('passwordAgain')}</Banner>;
}
