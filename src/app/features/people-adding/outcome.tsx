import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Card } from '#app/ui/section.tsx';
import { type Tone, toneStyle } from '#app/ui/tone.ts';

interface OutcomeProps {
  icon: LucideIcon;
  tone: Tone;
  title: string;
  actions: ReactNode;
  children: ReactNode;
}

/** What came of a form that it took the place of; its heading has the focus. */
export function Outcome({ icon: Icon, tone, title, actions, children }: OutcomeProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Card className="max-w-2xl">
      <section className="grid gap-3 p-5">
        <span className={`inline-grid size-10 place-items-center rounded-full ${toneStyle[tone]}`}>
          <Icon aria-hidden className="size-5" />
        </span>
        <h2 ref={heading} tabIndex={-1} className="text-lg font-semibold">
          {title}
        </h2>
        <p className="max-w-prose text-muted">{children}</p>
        <div className="flex flex-wrap gap-2 pt-1">{actions}</div>
      </section>
    </Card>
  );
}
