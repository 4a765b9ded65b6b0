import { type ReactNode, type SyntheticEvent, useRef, useState } from 'react';
import { useActFailure } from '#app/failure/act-failure.ts';
import { useReason } from '#app/forms/use-reason.tsx';
import { ProblemError } from '#app/lib/call-error.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import type { LeaveReceipt } from '#contract/leave.ts';
import type { UserDetail } from '#contract/user.ts';
import { Consequences } from './consequences.tsx';
import { actsOf, knownBy, type LeaveDraft, wishOf } from './leave-wish.ts';
import { StepSection } from './step-section.tsx';
import type { useLeave } from './use-leave.ts';

interface LeaveReviewProps {
  detail: UserDetail;
  draft: LeaveDraft;
  onChange: (draft: LeaveDraft) => void;
  leave: ReturnType<typeof useLeave>;
  /** What is said before it is done. */
  note: ReactNode;
  /** Asks for a sign-in where one is due; whether it did. */
  signInFirst: (why: string | undefined) => boolean;
  onDone: (receipt: LeaveReceipt) => void;
  onBack: () => void;
}

/** What will happen, by name, and the last question before it does. */
export function LeaveReview(props: LeaveReviewProps) {
  const { detail, draft, onChange, leave, note, signInFirst, onDone, onBack } = props;
  const t = useT('leave');
  const failureOf = useActFailure();
  const reason = useReason(actsOf(draft));
  const box = useRef<HTMLInputElement>(null);
  const [isWrong, setWrong] = useState(false);
  const { user } = detail;
  const name = isolated(user.name);
  const { text } = knownBy(user);
  const { typed } = draft;
  const { isPending, error } = leave;
  const isRefused = error instanceof ProblemError && error.type === 'confirmation-wrong';
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (isPending) return;
    if (draft.way === 'delete-now' && typed !== text) {
      setWrong(true);
      box.current?.focus();
      return;
    }
    const why = reason.take();
    if (!why || signInFirst(why.reason)) return;
    leave.mutate({ wish: wishOf(draft), ...why }, { onSuccess: onDone });
  };
  return (
    <StepSection title={t('reviewTitle')} takesFocus>
      <form noValidate onSubmit={submit} className="grid gap-4">
        {note}
        <Consequences detail={detail} draft={draft} />
        {draft.way === 'delete-now' && (
          <TextField
            ref={box}
            label={t('confirmLabel', { text: isolated(text) })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            value={typed}
            readOnly={isPending}
            error={((isWrong && typed !== text) || isRefused) && t('confirmWrong', { text: isolated(text) })}
            onChange={(event) => onChange({ ...draft, typed: event.target.value })}
          />
        )}
        {reason.field}
        {error && !isRefused && (
          <Banner tone="danger" role="alert">
            {failureOf(error)}
          </Banner>
        )}
        <p role="status" className="text-muted">
          {isPending && t('working')}
        </p>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onBack} disabled={isPending}>
            {t('change')}
          </Button>
          <Button type="submit" variant="danger" pending={isPending}>
            {t(`do.${draft.way}`, { name, days: draft.days })}
          </Button>
        </div>
      </form>
    </StepSection>
  );
}
