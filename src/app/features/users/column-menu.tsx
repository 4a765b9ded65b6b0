import { Columns3 } from 'lucide-react';
import { Suspense, useId, useState } from 'react';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { IconButton } from '#app/ui/icon-button.tsx';
import { type Columns, useAllColumns } from './user-columns.ts';

const ColumnChoice = lazyWithWords([], async () => (await import('./column-choice.tsx')).ColumnChoice);

interface ColumnMenuProps {
  columns: Columns;
  onChange: (columns: Columns) => void;
}

/** Which columns the list has, where there is room for more than a few. */
export function ColumnMenu({ columns, onChange }: ColumnMenuProps) {
  const t = useT('users');
  const id = useId();
  const all = useAllColumns();
  const [isAsked, setAsked] = useState(false);
  return (
    <div className="@max-5xl:hidden">
      <IconButton
        label={t('columns')}
        icon={<Columns3 aria-hidden className="size-4" />}
        popoverTarget={id}
        aria-haspopup="dialog"
      />
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('columns')}
        onBeforeToggle={() => setAsked(true)}
        className="menu menu-end w-64 rounded-lg border border-line bg-raised p-3 text-ink shadow-overlay open:animate-enter"
      >
        {isAsked && (
          <Suspense>
            <ColumnChoice all={all} columns={columns} onChange={onChange} />
          </Suspense>
        )}
      </div>
    </div>
  );
}
