import { usePrefetchQuery } from '@tanstack/react-query';
import { Route, Switch, useSearch } from 'wouter';
import { listQueryOf } from '#app/features/users/user-list-state.ts';
import { useCallFor } from '#app/lib/call-context.ts';
import { segmentValue } from '#app/lib/location.ts';
import { readUrlState } from '#app/lib/url-state.ts';
import { userQueries } from '#app/lib/user-queries.ts';
import { screens } from '#app/paths.ts';
import type { OrganizationId } from '#contract/me.ts';
import { userListQuery } from '#contract/search.ts';
import { type UserId, userId } from '#contract/user.ts';

/** Asks for what the screen will show while the answer to "who am I" is still on its way. */
export function FetchEarly({ organization }: { organization: OrganizationId }) {
  return (
    <Switch>
      <Route path={screens.users.path}>
        <ListEarly organization={organization} />
      </Route>
      <Route path={screens.addPeople.path}>{null}</Route>
      <Route path={`${screens.userTab.path}?`}>
        {({ userId: person }) => {
          const id = segmentValue(person);
          return id !== null && <UserEarly organization={organization} userId={userId.parse(id)} />;
        }}
      </Route>
    </Switch>
  );
}

function ListEarly({ organization }: { organization: OrganizationId }) {
  const call = useCallFor(organization);
  const query = listQueryOf(readUrlState(userListQuery, useSearch()));
  usePrefetchQuery(userQueries(call, organization).list(query));
  return null;
}

function UserEarly({ organization, userId }: { organization: OrganizationId; userId: UserId }) {
  const call = useCallFor(organization);
  usePrefetchQuery(userQueries(call, organization).detail(userId));
  return null;
}
