import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { type Tone, toneStyle } from '#app/ui/tone.ts';

interface StateFactProps {
  icon: LucideIcon;
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}

/** One thing that stands in the way or does not, and what can be done about it. */
export function StateFact({ icon: Icon, tone, title, children, action }: StateFactProps) {
  return (
    <li className="flex gap-3 border-b border-line py-2.5 last:border-b-0">
      <span aria-hidden className={`grid size-6 shrink-0 place-items-center rounded-full ${toneStyle[tone]}`}>
        <Icon className="size-3.5" />
      </span>
      <div className="grid min-w-0 flex-1 gap-1 pt-0.5">
        <p className="font-medium">{title}</p>
        {children && <div className="text-sm text-muted">{children}</div>}
        {action && <div className="pt-1">{action}</div>}
      </div>
    </li>
  );
}
