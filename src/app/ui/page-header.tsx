import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface PageHeaderProps {
  title: ReactNode;
  /** Beside the title: a count, a state. */
  aside?: ReactNode;
  /** The way back, above the title. */
  back?: ReactNode;
  actions?: ReactNode;
  /** Before the title and what stands under it: a portrait. */
  picture?: ReactNode;
  children?: ReactNode;
}

/** The top of a screen. Its heading takes the focus when the screen changes. */
export function PageHeader({ title, aside, back, actions, picture, children }: PageHeaderProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // A screen that had to be loaded first comes after the focus went to where it would stand.
    const main = heading.current?.closest('main');
    if (main && main === document.activeElement) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="grid gap-1 pb-4">
      {back && <div className="text-sm">{back}</div>}
      <div className="flex flex-wrap items-start justify-end gap-x-4 gap-y-3">
        <div className="flex min-w-0 flex-1 basis-64 items-start gap-4">
          {picture}
          <div className="grid min-w-0 flex-1 gap-1">
            <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
              <h1 ref={heading} tabIndex={-1} className="min-w-0 text-xl font-semibold">
                {title}
              </h1>
              {aside}
            </div>
            {children}
          </div>
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}
