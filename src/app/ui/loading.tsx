import type { ReactNode } from 'react';
import { Spinner } from './spinner.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

interface LoadingProps {
  /** What is being waited for. */
  label: string;
  /** Skeletons in the shape of what comes; without them the words are shown. */
  children?: ReactNode;
}

export function Loading({ label, children }: LoadingProps) {
  return (
    <div role="status" aria-busy>
      {children ? (
        <>
          <VisuallyHidden>{label}</VisuallyHidden>
          {children}
        </>
      ) : (
        <p className="flex items-center justify-center gap-2 py-8 text-muted">
          <Spinner />
          {label}
        </p>
      )}
    </div>
  );
}
