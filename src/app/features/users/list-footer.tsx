import { useT } from '#app/messages/use-t.ts';
import { Pager } from '#app/ui/pager.tsx';
import { Select } from '#app/ui/select.tsx';
import { defaultPageSize, pageSize, type UserListQuery } from '#contract/search.ts';
import type { UserPage } from '#contract/user.ts';
import type { ChangeList } from './user-list-state.ts';

interface ListFooterProps {
  page: UserPage;
  query: UserListQuery;
  onChange: ChangeList;
  onTurn: (cursor: string) => void;
}

/** Where one is in the list and the way on. It stays in sight, so that pages can be turned without scrolling. */
export function ListFooter({ page, query, onChange, onTurn }: ListFooterProps) {
  const t = useT('users');
  const { next, previous } = page;
  const sizes = pageSize.options.map((value) => ({ value, label: value }));
  return (
    <div className={footerStyle}>
      <div className="min-w-0 grow">
        <Pager
          summary={rangeOf(page, t)}
          onPrevious={previous === null ? null : () => onTurn(previous)}
          onNext={next === null ? null : () => onTurn(next)}
        />
      </div>
      <Select
        label={t('pageSize')}
        title={t('pageSize')}
        labelled="hidden"
        className="w-18 shrink-0"
        value={query.per_page ?? defaultPageSize}
        options={sizes}
        onValueChange={(per_page) => onChange({ per_page })}
      />
    </div>
  );
}

const footerStyle =
  'flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-surface px-3 py-2 ' +
  '@2xl:sticky @2xl:bottom-0 @2xl:z-1';

/** "51–100 of 5,204" */
export function rangeOf(page: UserPage, t: ReturnType<typeof useT<'users'>>): string {
  const { start, users, total } = page;
  return t('range', { first: start + 1, last: start + users.length, total });
}
