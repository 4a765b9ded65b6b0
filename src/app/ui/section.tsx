import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';

interface CardProps {
  className?: string;
  children: ReactNode;
}

/** A surface that holds what belongs together. */
export function Card({ className, children }: CardProps) {
  return (
    <div className={classNames('overflow-clip rounded-lg border border-line bg-surface', className)}>
      {children}
    </div>
  );
}

interface SectionProps {
  title: string;
  actions?: ReactNode;
  /** `flush` for tables and lists that reach the edges. */
  padding?: 'normal' | 'flush';
  children: ReactNode;
}

/** A titled card: a region one can jump to. */
export function Section({ title, actions, padding = 'normal', children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Card>
        <header className="flex min-h-11 flex-wrap items-center gap-2 border-b border-line px-4 py-1.5">
          <h2 id={id} tabIndex={-1} className="me-auto font-semibold">
            {title}
          </h2>
          {actions}
        </header>
        <div className={padding === 'normal' ? 'px-4 py-2' : undefined}>{children}</div>
      </Card>
    </section>
  );
}
