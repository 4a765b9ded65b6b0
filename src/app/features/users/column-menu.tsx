import { Columns3 } from 'lucide-react';
import { ErrorBoundary } from '#app/failure/error-boundary.tsx';
import { lazyWithWords } from '#app/messages/lazy-with-words.tsx';
import { useT } from '#app/messages/use-t.ts';
import { PopoverButton } from '#app/ui/popover-button.tsx';
import { type Columns, useAllColumns } from './user-columns.ts';

const ColumnChoice = lazyWithWords([], async () => (await import('./column-choice.tsx')).ColumnChoice);

interface ColumnMenuProps {
  columns: Columns;
  onChange: (columns: Columns) => void;
}

/** Which columns the list has, where there is room for more than a few. */
export function ColumnMenu({ columns, onChange }: ColumnMenuProps) {
  const t = useT('users');
  const all = useAllColumns();
  return (
    <div className="@max-5xl:hidden">
      <PopoverButton
        label={t('columns')}
        icon={<Columns3 aria-hidden className="size-4" />}
        className="max-h-[80dvh] w-64"
      >
        <ErrorBoundary>
          <ColumnChoice all={all} columns={columns} onChange={onChange} />
        </ErrorBoundary>
      </PopoverButton>
    </div>
  );
}
