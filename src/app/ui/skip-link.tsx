import type { RefObject } from 'react';
import { buttonStyle } from './button.tsx';
import { classNames } from './class-names.ts';

interface SkipLinkProps {
  target: RefObject<HTMLElement | null>;
  children: string;
}

/** The first stop of the Tab key. A button, because `href="#main"` would leave the page under a base tag. */
export function SkipLink({ target, children }: SkipLinkProps) {
  return (
    <button
      type="button"
      onClick={() => target.current?.focus()}
      className={classNames(
        buttonStyle('primary'),
        'fixed start-2 top-2 z-20 not-focus:pointer-events-none not-focus:opacity-0',
      )}
    >
      {children}
    </button>
  );
}
