import type { ReactNode } from 'react';

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
  return (
    <header className="grid gap-1 pb-4">
      {back && <div className="text-sm">{back}</div>}
      <div className="flex items-start gap-4">
        {picture}
        <div className="grid min-w-0 flex-1 gap-1">
          <div className="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-2">
            <h1 tabIndex={-1} className="min-w-0 text-xl font-semibold">
              {title}
            </h1>
            {aside}
            {actions && <div className="ms-auto flex flex-wrap gap-2">{actions}</div>}
          </div>
          {children}
        </div>
      </div>
    </header>
  );
}
