import { UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { SignInNote } from '#app/forms/sign-in-note.tsx';
import { useKeptAct } from '#app/forms/use-interruption.ts';
import { useT } from '#app/messages/use-t.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Card } from '#app/ui/section.tsx';
import type { LeaveReceipt } from '#contract/leave.ts';
import type { UserDetail } from '#contract/user.ts';
import { useOffers } from '../act/act-reason.ts';
import { LeaveChoice } from './leave-choice.tsx';
import { LeaveReview } from './leave-review.tsx';
import { actsOf, firstDraft, leaveBefore } from './leave-wish.ts';
import type { useLeave } from './use-leave.ts';

interface LeaveFlowProps {
  detail: UserDetail;
  leave: ReturnType<typeof useLeave>;
  onDone: (receipt: LeaveReceipt) => void;
}

/** First the way, then what it means; what was chosen is still there when one goes back. */
export function LeaveFlow({ detail, leave, onDone }: LeaveFlowProps) {
  const t = useT('leave');
  const offer = useOffers(detail)('leave');
  const [before] = useState(() => leaveBefore(detail));
  const [draft, setDraft] = useState(before?.draft ?? firstDraft(detail));
  const [step, setStep] = useState<'choose' | 'choose-again' | 'review'>(
    before?.isReviewed ? 'review' : 'choose',
  );
  const { demand, signInFirst } = useKeptAct({
    act: actsOf(draft),
    error: leave.error,
    chosen: { draft, isReviewed: step === 'review' },
    reason: leave.variables?.reason,
  });
  if (!offer.shown || offer.reason !== undefined) {
    return (
      <Card>
        <EmptyState icon={UserRoundX} title={t('notAllowed')}>
          {offer.shown && offer.reason}
        </EmptyState>
      </Card>
    );
  }
  const note = <SignInNote demand={demand} onSignIn={() => signInFirst(undefined, '')} />;
  if (step === 'review') {
    return (
      <LeaveReview
        detail={detail}
        draft={draft}
        onChange={setDraft}
        leave={leave}
        note={note}
        signInFirst={signInFirst}
        onDone={onDone}
        onBack={() => {
          leave.reset();
          setDraft({ ...draft, typed: '' });
          setStep('choose-again');
        }}
      />
    );
  }
  return (
    <LeaveChoice
      detail={detail}
      draft={draft}
      note={note}
      onChange={setDraft}
      takesFocus={step === 'choose-again'}
      onNext={() => setStep('review')}
    />
  );
}
