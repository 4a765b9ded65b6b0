import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import { EmptyState } from '#app/ui/empty-state.tsx';

/** In place of rows that were never there; what is wrong with the search stands below its box. */
export function SearchNotUnderstood({ onClear }: { onClear: () => void }) {
  const t = useT('users');
  const clear = <Button onClick={onClear}>{t('search.clear')}</Button>;
  return (
    <EmptyState title={t('search.invalidTitle')} action={clear}>
      {t('search.invalidAdvice')}
    </EmptyState>
  );
}
