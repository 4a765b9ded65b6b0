import { useT } from '#app/messages/use-t.ts';
import type { UserListQuery } from '#contract/search.ts';
import { rangeOf } from './list-footer.tsx';
import type { UserList } from './use-user-list.ts';

/** What a screen reader says when the list has changed; nothing in between, so that the same is said again. */
export function useAnnouncement({ page, fault, isCurrent, error }: UserList, query: UserListQuery): string {
  const t = useT('users');
  if (fault) return fault.detail;
  if (!page) return error ? '' : t('loading');
  if (!isCurrent) return '';
  if (query.cursor && page.users.length > 0) return rangeOf(page, t);
  return t('found', { count: page.total });
}
