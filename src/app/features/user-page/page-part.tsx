import { CircleAlert, EyeOff, type LucideIcon, PackageX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';

/** One of the parts that Auth0 keeps apart and that can fail alone. */
type Part<Item> = { state: 'ready'; items: Item[] } | { state: 'forbidden' | 'unentitled' | 'failed' };

/** Asking for the page again. */
export interface Retry {
  run: () => void;
  pending: boolean;
}

interface PagePartProps<Item> {
  part: Part<Item>;
  retry: Retry;
  /** Shown when there is nothing. */
  empty: ReactNode;
  children: (items: Item[]) => ReactNode;
}

/** A part of the page, or why it is not there. */
export function PagePart<Item>({ part, retry, empty, children }: PagePartProps<Item>) {
  const t = useT('userPage.part');
  const ui = useT('ui');
  switch (part.state) {
    case 'ready':
      return part.items.length > 0 ? children(part.items) : <p className="py-1 text-muted">{empty}</p>;
    case 'failed':
      return (
        <Absence icon={CircleAlert} words={t('failed')}>
          <Button onClick={retry.run} pending={retry.pending}>
            {ui('retry')}
          </Button>
        </Absence>
      );
    default:
      return <Absence icon={icons[part.state]} words={t(part.state)} />;
  }
}

const icons = { forbidden: EyeOff, unentitled: PackageX };

interface AbsenceProps {
  icon: LucideIcon;
  words: string;
  children?: ReactNode;
}

function Absence({ icon: Icon, words, children }: AbsenceProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 py-1 text-muted">
      <p className="flex min-w-0 flex-1 basis-48 gap-2">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span>{words}</span>
      </p>
      {children}
    </div>
  );
}
