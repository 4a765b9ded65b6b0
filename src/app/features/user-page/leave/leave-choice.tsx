import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { useFormat } from '#app/lib/format.ts';
import { isolated } from '#app/lib/isolated.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { Banner } from '#app/ui/banner.tsx';
import { Button } from '#app/ui/button.tsx';
import { TextField } from '#app/ui/text-field.tsx';
import type { UserDetail } from '#contract/user.ts';
import { areDaysRight, deletionDay, isShared, type LeaveDraft, openWays } from './leave-wish.ts';
import { StepSection } from './step-section.tsx';
import { WayChoice } from './way-choice.tsx';

interface LeaveChoiceProps {
  detail: UserDetail;
  draft: LeaveDraft;
  /** What is said before anything is chosen. */
  note: ReactNode;
  onChange: (draft: LeaveDraft) => void;
  takesFocus: boolean;
  onNext: () => void;
}

/** What should happen to the account. */
export function LeaveChoice({ detail, draft, note, onChange, takesFocus, onNext }: LeaveChoiceProps) {
  const t = useT('leave');
  const { organization } = useOrganization();
  const [isChecked, setChecked] = useState(false);
  const { way, days } = draft;
  const isRight = way !== 'delete-later' || areDaysRight(days);
  const next = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    setChecked(true);
    if (isRight) onNext();
    else event.currentTarget.querySelector<HTMLElement>('input[type=number]')?.focus();
  };
  const words = { name: isolated(detail.user.name), organization: isolated(organization) };
  return (
    <StepSection title={t('choose')} takesFocus={takesFocus}>
      <form noValidate onSubmit={next} className="grid gap-4">
        {note}
        {isShared(detail) && <Banner tone="info">{t('onlyRemove', words)}</Banner>}
        <fieldset className="grid gap-2">
          <legend className="sr-only">{t('choose')}</legend>
          {openWays(detail).map((open) => (
            <WayChoice
              key={open}
              way={open}
              words={words}
              checked={way === open}
              onChoose={() => onChange({ ...draft, way: open })}
            >
              {open === 'delete-later' && way === open && (
                <Days
                  days={days}
                  isChecked={isChecked}
                  onChange={(count) => onChange({ ...draft, days: count })}
                />
              )}
            </WayChoice>
          ))}
        </fieldset>
        <div className="flex justify-end">
          <Button type="submit" variant="primary">
            {t('next')}
          </Button>
        </div>
      </form>
    </StepSection>
  );
}

interface DaysProps {
  days: number;
  isChecked: boolean;
  onChange: (days: number) => void;
}

function Days({ days, isChecked, onChange }: DaysProps) {
  const t = useT('leave');
  const format = useFormat();
  const isRight = areDaysRight(days);
  return (
    <TextField
      label={t('days')}
      type="number"
      inputMode="numeric"
      min={1}
      max={365}
      className="mt-2 max-w-48"
      value={Number.isNaN(days) ? '' : days}
      hint={isRight && t('daysHint', { date: format.date(deletionDay(days)) })}
      error={isChecked && !isRight && t('daysWrong')}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  );
}
