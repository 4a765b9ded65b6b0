import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { type Tone, toneIcon, toneStyle } from './tone.ts';

interface BannerProps {
  tone?: Tone;
  title?: string;
  action?: ReactNode;
  /** `alert` interrupts a screen reader: for what has just gone wrong. */
  role?: 'alert' | 'status';
  children?: ReactNode;
}

/** A message about the screen or the part that it stands in. */
export function Banner({ tone = 'info', title, action, role, children }: BannerProps) {
  const Icon = toneIcon[tone];
  return (
    <div role={role} className={classNames('flex gap-2 rounded-md px-3 py-2', toneStyle[tone])}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 gap-0.5">
        {title && <p className="font-medium">{title}</p>}
        {children && <div className="text-ink">{children}</div>}
      </div>
      {action}
    </div>
  );
}
