import { Children, type ReactNode } from 'react';

/**
 * Quiet facts in a row. The dots between them end a line rather than begin one, and are not read out; they stand
 * outside of each fact, whose own direction of writing may be another.
 */
export function FactLine({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-wrap gap-x-1.5 text-sm text-muted">
      {Children.map(children, (fact) => fact && <div className={factStyle}>{fact}</div>)}
    </div>
  );
}

const factStyle = "flex min-w-0 gap-1.5 not-last:after:content-['·'_/_''] has-[[open]]:basis-full";
