import type { ReactNode } from 'react';

/** Facts about one thing: names at the side, below each other where there is no room. */
export function KeyValues({ children }: { children: ReactNode }) {
  return <dl className="grid gap-x-6 sm:grid-cols-[minmax(8rem,auto)_minmax(0,1fr)]">{children}</dl>;
}

interface KeyValueProps {
  name: string;
  /** Nothing gives a dash. */
  children?: ReactNode;
}

export function KeyValue({ name, children }: KeyValueProps) {
  const known = children !== undefined && children !== null && children !== false && children !== '';
  return (
    <div className="col-span-full grid grid-cols-subgrid gap-y-0.5 border-b border-line py-2 last:border-b-0">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{known ? children : <span className="text-muted">–</span>}</dd>
    </div>
  );
}
