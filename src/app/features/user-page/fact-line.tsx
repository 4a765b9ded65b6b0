import type { ReactNode } from 'react';

/** Quiet facts in a row. The dots between them end a line rather than begin one, and are not read out. */
export function FactLine({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-1.5 text-sm text-muted *:not-last:after:ms-1.5 *:not-last:after:content-['·'_/_'']">
      {children}
    </div>
  );
}
