import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Button } from './button.tsx';

interface ErrorPanelProps {
  title: string;
  /** What to do now, in plain words. */
  children?: ReactNode;
  onRetry?: () => void;
  /** The retry is under way. */
  retrying?: boolean;
  /** Other ways out than trying again. */
  actions?: ReactNode;
  /** By which the vendor finds the request in his logs. */
  requestId?: string;
}

/** A failure, shown where the thing that failed would have been. */
export function ErrorPanel({ title, children, onRetry, retrying, actions, requestId }: ErrorPanelProps) {
  const t = useT('ui');
  return (
    <div role="alert" className="mx-auto grid max-w-lg justify-items-center gap-1 px-4 py-10 text-center">
      <CircleAlert aria-hidden className="mb-2 size-6 text-danger" strokeWidth={1.5} />
      <p className="font-medium">{title}</p>
      {children && <div className="text-muted">{children}</div>}
      {(onRetry || actions) && (
        <div className="mt-3 flex flex-wrap justify-center gap-2">
          {onRetry && (
            <Button onClick={onRetry} pending={retrying}>
              {t('retry')}
            </Button>
          )}
          {actions}
        </div>
      )}
      {requestId && (
        <p className="mt-3 text-xs text-muted">
          {t('requestId')} <code className="font-mono select-all">{requestId}</code>
        </p>
      )}
    </div>
  );
}
