import { Children, type ReactNode } from 'react';

/**
 * Quiet facts in a row. The dots between them are not read out; they stand outside of each fact, whose own direction
 * of writing may be another. A dot that would begin a line falls into the margin, where it is cut off.
 */
export function FactLine({ children }: { children: ReactNode }) {
  return (
    <div className="overflow-clip text-sm text-muted [overflow-clip-margin:--spacing(1)]">
      <div className="-ms-4 flex flex-wrap">
        {Children.map(children, (fact) => fact && <div className={factStyle}>{fact}</div>)}
      </div>
    </div>
  );
}

const factStyle =
  "relative min-w-0 ps-4 before:absolute before:start-1.5 before:content-['·'_/_''] has-[[open]]:basis-full";
