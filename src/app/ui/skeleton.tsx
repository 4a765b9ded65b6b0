import { classNames } from './class-names.ts';

/** The shape of what is coming; say so in words beside it, once (`Loading`). */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span aria-hidden className={classNames('block h-3.5 animate-breathe rounded-sm bg-sunken', className)} />
  );
}
