import { useFormat } from '#app/lib/format.ts';
import { useT } from '#app/messages/use-t.ts';
import { Button } from '#app/ui/button.tsx';
import type { changesIn } from './role-choices.ts';

interface RoleReviewProps {
  changes: ReturnType<typeof changesIn>;
  onReview: () => void;
  onReset: () => void;
}

/** What would change, and the way to save it; stays in sight below a long list. */
export function RoleReview({ changes, onReview, onReset }: RoleReviewProps) {
  const t = useT('roles');
  const format = useFormat();
  const { given, taken } = changes;
  const isChanged = given.length + taken.length > 0;
  const namesOf = (roles: typeof given) => format.list(roles.map(({ name }) => name));
  const parts = [
    ...(given.length > 0 ? [t('gives', { list: namesOf(given) })] : []),
    ...(taken.length > 0 ? [t('takes', { list: namesOf(taken) })] : []),
  ];
  return (
    <div className="sticky bottom-0 -mx-4 -mb-2 flex flex-wrap items-center gap-2 border-t border-line bg-surface px-4 py-2.5">
      <p role="status" className="me-auto min-w-0 flex-1 basis-48 text-muted">
        {isChanged ? parts.join(' · ') : t('unchanged')}
      </p>
      {isChanged && (
        <Button variant="quiet" onClick={onReset}>
          {t('reset')}
        </Button>
      )}
      <Button variant="primary" disabled={!isChanged} onClick={onReview}>
        {t('review')}
      </Button>
    </div>
  );
}
