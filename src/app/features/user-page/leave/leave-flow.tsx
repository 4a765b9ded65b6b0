import { UserRoundX } from 'lucide-react';
import { useState } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { EmptyState } from '#app/ui/empty-state.tsx';
import { Card } from '#app/ui/section.tsx';
import type { LeaveReceipt } from '#contract/leave.ts';
import type { UserDetail } from '#contract/user.ts';
import { useOffers } from '../act/act-reason.ts';
import { LeaveChoice } from './leave-choice.tsx';
import { LeaveReview } from './leave-review.tsx';
import { firstDraft, interruptedDraft } from './leave-wish.ts';
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
  const [interrupted] = useState(() => interruptedDraft(detail));
  const [draft, setDraft] = useState(interrupted ?? firstDraft(detail));
  const [step, setStep] = useState<'choose' | 'choose-again' | 'review'>(interrupted ? 'review' : 'choose');
  if (!offer.shown || offer.reason !== undefined) {
    return (
      <Card>
        <EmptyState icon={UserRoundX} title={t('notAllowed')}>
          {offer.shown && offer.reason}
        </EmptyState>
      </Card>
    );
  }
  if (step === 'review') {
    return (
      <LeaveReview
        detail={detail}
        draft={draft}
        leave={leave}
        onDone={onDone}
        onBack={() => {
          leave.reset();
          setStep('choose-again');
        }}
      />
    );
  }
  return (
    <LeaveChoice
      detail={detail}
      draft={draft}
      onChange={setDraft}
      takesFocus={step === 'choose-again'}
      onNext={() => setStep('review')}
    />
  );
}
