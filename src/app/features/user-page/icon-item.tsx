import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { FactLine } from './fact-line.tsx';

interface IconItemProps {
  icon: LucideIcon;
  title: ReactNode;
  /** At the end of the title's line. */
  aside?: ReactNode;
  /** What can be done with it, at the end of the line. */
  action?: ReactNode;
  /** Quieter facts below. */
  children?: ReactNode;
}

/** One line of a list whose entries are told apart by their icons. */
export function IconItem({ icon: Icon, title, aside, action, children }: IconItemProps) {
  return (
    <li className="flex gap-3 border-b border-line py-2 last:border-b-0">
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <span className="min-w-0 font-medium">{title}</span>
          {aside}
        </div>
        <FactLine>{children}</FactLine>
      </div>
      {action}
    </li>
  );
}
