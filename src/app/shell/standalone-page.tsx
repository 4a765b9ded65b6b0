import type { ReactNode } from 'react';
import { useScreenTitle } from '#app/lib/screen-title.ts';

interface StandalonePageProps {
  title: string;
  children: ReactNode;
}

/** A page of its own, for when there is no screen to show. */
export function StandalonePage({ title, children }: StandalonePageProps) {
  useScreenTitle(title);
  return (
    <main className="mx-auto grid min-h-dvh max-w-lg content-center gap-3 px-5 py-10">
      <h1 tabIndex={-1} className="text-xl font-semibold text-balance">
        {title}
      </h1>
      {children}
    </main>
  );
}
