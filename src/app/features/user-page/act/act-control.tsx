import { type ReactNode, useId } from 'react';
import { useResume } from '#app/forms/use-resume.ts';
import type { UserDetail } from '#contract/user.ts';
import type { UserAct } from '#contract/user-act.ts';
import { useOffers } from './act-reason.ts';

/** What the control of an act is given: spread it onto a `Button`. */
export interface ActAttributes {
  disabled: boolean;
  'aria-describedby': string | undefined;
  onClick: (() => void) | undefined;
}

interface ActControlProps {
  detail: Pick<UserDetail, 'acts'>;
  act: UserAct;
  align?: 'start' | 'end';
  /** Opens what asks for it; null where the control leads to a page of its own. */
  onSelect: (() => void) | null;
  children: (attributes: ActAttributes) => ReactNode;
}

/** The control of one act, with what stands against it beneath; nothing for those who may never do it. */
export function ActControl({ detail, act, align = 'start', onSelect, children }: ActControlProps) {
  const id = useId();
  const offer = useOffers(detail)(act);
  const isOpen = offer.shown && offer.reason === undefined;
  useResume(onSelect && isOpen ? [{ act, onSelect }] : []);
  if (!offer.shown) return null;
  const { reason } = offer;
  return (
    <div className={align === 'end' ? 'grid justify-items-end gap-1' : 'grid justify-items-start gap-1'}>
      {children({
        disabled: reason !== undefined,
        'aria-describedby': reason && id,
        onClick: onSelect ?? undefined,
      })}
      {reason && (
        <p id={id} className={`max-w-72 text-sm text-muted ${align === 'end' ? 'text-end' : ''}`}>
          {reason}
        </p>
      )}
    </div>
  );
}
