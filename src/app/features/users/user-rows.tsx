import { useQueryClient } from '@tanstack/react-query';
import { memo, useRef } from 'react';
import { useLocation, useRouter, useSearch } from 'wouter';
import { useUserQueries } from '#app/lib/user-queries.ts';
import { wayBackTo } from '#app/lib/way-back.ts';
import { useConnectionLabel } from '#app/organization/connection-label.ts';
import { useOrganization } from '#app/organization/organization-context.ts';
import { userPath } from '#app/paths.ts';
import type { UserSummary } from '#contract/user.ts';
import { isReturning, leavePlace, useReturnToPlace } from './list-place.ts';
import { useGrowing } from './use-growing.ts';
import { useLockedUsers } from './use-locked-users.ts';
import { useRowLinks } from './use-row-links.ts';
import type { Columns } from './user-columns.ts';
import { UserRow } from './user-row.tsx';

interface UserRowsProps {
  users: readonly UserSummary[];
  columns: Columns;
}

export function UserRows({ users, columns }: UserRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { organization } = useOrganization();
  const search = useSearch();
  const [, navigate] = useLocation();
  const cache = useQueryClient();
  const queries = useUserQueries();
  const shown = useGrowing(users, search, isReturning);

  useReturnToPlace(body);
  useRowLinks(body, {
    onIntent: (userId) => cache.prefetchQuery(queries.detail(userId)),
    onOpen: (userId) => {
      leavePlace(userId);
      navigate(userPath(organization, userId), { state: wayBackTo(search) });
    },
  });

  return (
    <tbody ref={body}>
      <Rows users={shown} columns={columns} />
    </tbody>
  );
}

/** Apart from what changes with the address, which changes at each press. */
const Rows = memo(function Rows({ users, columns }: UserRowsProps) {
  const { organization } = useOrganization();
  const connectionLabel = useConnectionLabel();
  const { base, hrefs } = useRouter();
  const locked = useLockedUsers();
  return users.map((user) => (
    <UserRow
      key={user.user_id}
      user={user}
      href={hrefs(base + userPath(organization, user.user_id))}
      connection={connectionLabel(user.connection)}
      locked={locked.has(user.user_id)}
      columns={columns}
    />
  ));
});
