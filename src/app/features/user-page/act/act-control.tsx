import { type ReactNode, useId } from 'react';
import type { UserDetail } from '#contract/user.ts';
import type { UserAct } from '#contract/user-act.ts';
import { useOffers } from './act-reason.ts';

/** What the control of an act is given: spread it onto a `Button`. */
export interface ActAttributes {
  disabled: boolean;
  'aria-describedby': string | undefined;
}

interface ActControlProps {
  detail: Pick<UserDetail, 'acts'>;
  act: UserAct;
  align?: 'start' | 'end';
  children: (attributes: ActAttributes) => ReactNode;
}

/** The control of one act, with what stands against it beneath; nothing for those who may never do it. */
export function ActControl({ detail, act, align = 'start', children }: ActControlProps) {
  const id = useId();
  const offer = useOffers(detail)(act);
  if (!offer.shown) return null;
  const { reason } = offer;
  return (
    <div className={align === 'end' ? 'grid justify-items-end gap-1' : 'grid justify-items-start gap-1'}>
      {children({ disabled: reason !== undefined, 'aria-describedby': reason && id })}
      {reason && (
        <p id={id} className={`max-w-72 text-sm text-muted ${align === 'end' ? 'text-end' : ''}`}>
          {reason}
        </p>
      )}
    </div>
  );
}
