import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Card } from '#app/ui/section.tsx';

interface StepSectionProps {
  title: string;
  /** The step before has gone, and the focus with it. */
  takesFocus: boolean;
  children: ReactNode;
}

/** One step of a flow. */
export function StepSection({ title, takesFocus, children }: StepSectionProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  return (
    <section aria-labelledby={id} className="max-w-2xl">
      <Card className="grid gap-4 p-5">
        <h2 id={id} ref={heading} tabIndex={-1} className="text-lg font-semibold">
          {title}
        </h2>
        {children}
      </Card>
    </section>
  );
}
