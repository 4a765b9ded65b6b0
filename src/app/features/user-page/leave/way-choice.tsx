import { type ReactNode, useId } from 'react';
import { useT } from '#app/messages/use-t.ts';
import type { LeaveWay } from './leave-wish.ts';

interface WayChoiceProps {
  way: LeaveWay;
  words: { name: string; organization: string };
  checked: boolean;
  onChoose: () => void;
  /** What else this way asks for. */
  children?: ReactNode;
}

/** One of the ways to leave, and what becomes of the account by it. */
export function WayChoice({ way, words, checked, onChoose, children }: WayChoiceProps) {
  const t = useT('leave');
  const id = useId();
  return (
    <div className="flex gap-2.5 rounded-md border border-edge p-3 has-checked:border-accent-text">
      <input
        id={id}
        type="radio"
        name="way"
        value={way}
        checked={checked}
        aria-describedby={`${id}-advice`}
        onChange={onChoose}
        className="mt-0.5 size-4 shrink-0"
      />
      <div className="min-w-0 flex-1">
        <label htmlFor={id} className="font-medium">
          {t(`way.${way}`, words)}
        </label>
        <p id={`${id}-advice`} className="text-sm text-muted">
          {t(`advice.${way}`, words)}
        </p>
        {children}
      </div>
    </div>
  );
}
