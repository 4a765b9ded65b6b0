import { type ReactNode, useId } from 'react';
import { useResume } from '#app/forms/use-resume.ts';
import { Button, type ButtonVariant } from '#app/ui/button.tsx';
import type { UserDetail } from '#contract/user.ts';
import type { UserAct } from '#contract/user-act.ts';
import { useOffers } from './act-reason.ts';

export interface ActButton {
  act: UserAct;
  /** The act, such as "Change email". */
  label: string;
  icon?: ReactNode;
  variant?: ButtonVariant;
  onSelect: () => void;
}

interface ActBarProps {
  detail: Pick<UserDetail, 'acts'>;
  buttons: readonly ActButton[];
}

/** Several acts side by side. What stands against more than one of them is said once. */
export function ActBar({ detail, buttons }: ActBarProps) {
  const id = useId();
  const offerOf = useOffers(detail);
  const shown = buttons.flatMap((button) => {
    const offer = offerOf(button.act);
    return offer.shown ? [{ ...button, reason: offer.reason }] : [];
  });
  useResume(shown.filter(({ reason }) => reason === undefined));
  if (shown.length === 0) return null;
  const reasons = [...new Set(shown.flatMap(({ reason }) => reason ?? []))];
  const idOf = (reason: string) => `${id}-${reasons.indexOf(reason)}`;
  return (
    <div className="grid gap-1.5 py-1">
      <div className="flex flex-wrap gap-2">
        {shown.map(({ act, label, icon, variant, onSelect, reason }) => (
          <Button
            key={act}
            icon={icon}
            variant={variant}
            disabled={reason !== undefined}
            aria-describedby={reason && idOf(reason)}
            onClick={onSelect}
          >
            {label}
          </Button>
        ))}
      </div>
      {reasons.map((reason) => (
        <p key={reason} id={idOf(reason)} className="text-sm text-muted">
          {reason}
        </p>
      ))}
    </div>
  );
}
