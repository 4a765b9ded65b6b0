import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useScreenTitle } from '#app/lib/screen-title.ts';
import { classNames } from '#app/ui/class-names.ts';
import { type Tone, toneStyle } from '#app/ui/tone.ts';
import { useScreenFocus } from './screen-focus.ts';

interface StandalonePageProps {
  title: string;
  icon: LucideIcon;
  tone?: Tone;
  children: ReactNode;
}

/** A page of its own, for when there is no screen to show. */
export function StandalonePage({ title, icon: Icon, tone = 'neutral', children }: StandalonePageProps) {
  const main = useRef<HTMLElement>(null);
  useScreenTitle(title);
  useScreenFocus(main);
  return (
    <main ref={main} tabIndex={-1} className="grid min-h-dvh place-items-center px-4 py-8">
      <div className="grid w-full max-w-lg gap-3 rounded-lg border border-line bg-surface p-6">
        <span className={classNames('inline-grid size-10 place-items-center rounded-full', toneStyle[tone])}>
          <Icon aria-hidden className="size-5" />
        </span>
        <h1 tabIndex={-1} className="pt-1 text-xl font-semibold text-balance">
          {title}
        </h1>
        {children}
      </div>
    </main>
  );
}
