import { UserPlus } from 'lucide-react';
import { useRef } from 'react';
import { Link } from 'wouter';
import { useScreenTitle } from '#app/lib/screen-title.ts';
import { useT } from '#app/messages/use-t.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { addPeoplePath, invitationsPath } from '#app/paths.ts';
import { Announcer } from '#app/ui/announcer.tsx';
import { buttonStyle } from '#app/ui/button.tsx';
import { PageHeader } from '#app/ui/page-header.tsx';
import { Card } from '#app/ui/section.tsx';
import type { UserListQuery } from '#contract/search.ts';
import { ColumnMenu } from './column-menu.tsx';
import { ListFooter } from './list-footer.tsx';
import { ListNotices } from './list-notices.tsx';
import { useAnnouncement } from './use-announcement.ts';
import { useExpiredPage } from './use-expired-page.ts';
import { useTurnPage } from './use-turn-page.ts';
import { type UserList, useUserList } from './use-user-list.ts';
import { useColumns, wishFor } from './user-columns.ts';
import { UserFilters } from './user-filters.tsx';
import { UserListBody } from './user-list-body.tsx';
import { isFiltered, useUserListState } from './user-list-state.ts';
import { UserSearch } from './user-search.tsx';

/** The members of the organization: found, filtered, sorted, page by page. */
export function UsersPage() {
  const { organization } = useOrganization();
  // Nothing of one organization's list is carried over to another's.
  return <Users key={organization} />;
}

function Users() {
  const t = useT('users');
  useScreenTitle(t('title'));
  const { me, can } = useOrganization();
  const [query, wish, change] = useUserListState();
  const columns = useColumns(wish);
  const list = useUserList(query);
  const { page } = list;
  const isExpired = useExpiredPage(list.error, change);
  const top = useRef<HTMLDivElement>(null);
  const turning = useTurnPage(top, page);
  const turn = (cursor: string) => {
    // Of rows that are about to go, the next page belongs to another search or order.
    if (cursor === query.cursor || !list.isCurrent) return;
    turning();
    change({ cursor });
  };
  return (
    <div className="@container">
      <PageHeader
        title={t('title')}
        aside={<Count list={list} query={query} />}
        actions={can('create:users') && <AddingLinks />}
      />
      <Announcer message={useAnnouncement(list, query)} />
      <div ref={top} className="flex scroll-mt-2 flex-wrap items-start gap-2 pb-3">
        <UserSearch
          searched={query.q ?? ''}
          fault={list.fault}
          onSearch={(q, options) => change({ q }, options)}
        />
        <UserFilters query={query} choices={me.settings} onChange={change} />
        <ColumnMenu
          columns={columns}
          onChange={(chosen) => change({ columns: wishFor(chosen), cursor: query.cursor })}
        />
      </div>
      <ListNotices list={list} onChange={change} />
      <Card>
        <UserListBody
          list={isExpired ? { ...list, error: null } : list}
          query={query}
          columns={columns}
          onChange={change}
        />
        {page && page.users.length > 0 && (
          <ListFooter page={page} query={query} onChange={change} onTurn={turn} />
        )}
      </Card>
    </div>
  );
}

/** The ways to more people. */
function AddingLinks() {
  const t = useT('users');
  const { organization } = useOrganization();
  return (
    <>
      <Link href={invitationsPath(organization)} className={buttonStyle()}>
        {t('invitations')}
      </Link>
      <Link href={addPeoplePath(organization)} className={buttonStyle('primary')}>
        <UserPlus aria-hidden className="size-4" />
        {t('add')}
      </Link>
    </>
  );
}

function Count({ list, query }: { list: UserList; query: UserListQuery }) {
  const t = useT('users');
  const { page, fault, isCurrent } = list;
  if (!page || fault) return null;
  const isNarrowed = Boolean(query.q) || isFiltered(query);
  const words = isNarrowed && isCurrent ? 'found' : 'total';
  return <p className="text-muted figures">{t(words, { count: page.total })}</p>;
}
