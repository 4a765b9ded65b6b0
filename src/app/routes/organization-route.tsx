import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { segmentValue } from '#app/lib/location.ts';
import { OrganizationGate } from '#app/organization/organization-gate.tsx';
import { screens, userTabs } from '#app/paths.ts';
import { Shell } from '#app/shell/shell.tsx';
import { organizationId } from '#contract/me.ts';
import { type UserId, userId } from '#contract/user.ts';
import { FetchEarly } from './fetch-early.tsx';
import {
  AddPeopleScreen,
  AuditScreen,
  InvitationsScreen,
  LeaveScreen,
  NotFoundRoute,
  NotFoundScreen,
  UserScreen,
} from './screens.ts';
import { UsersScreen } from './users-screen.tsx';

/** The screens of one organization. Its id comes as it stands in the address. */
export function OrganizationRoute({ organization }: { organization: string }) {
  const place = segmentValue(organization);
  if (place === null) return <NotFoundRoute />;
  const id = organizationId.parse(place);
  return (
    // The key lets nothing of one organization live on in another's screens.
    <OrganizationGate key={id} organization={id} early={<FetchEarly organization={id} />}>
      <Shell>
        <Switch>
          <Route path={screens.users.path} component={UsersScreen} />
          <Route path={screens.addPeople.path}>
            <AddPeopleScreen />
          </Route>
          <Route path={screens.invitations.path}>
            <InvitationsScreen />
          </Route>
          <Route path={screens.leave.path}>
            {({ userId: person }) => withUser(person, (user) => <LeaveScreen key={user} userId={user} />)}
          </Route>
          <Route path={`${screens.userTab.path}?`}>
            {({ userId: person, tab = 'profile' }) => {
              const shown = userTabs.find((known) => known === tab);
              if (!shown) return <NotFoundScreen />;
              return withUser(person, (user) => <UserScreen key={user} userId={user} tab={shown} />);
            }}
          </Route>
          <Route path={screens.audit.path}>
            <AuditScreen />
          </Route>
          <Route>
            <NotFoundScreen />
          </Route>
        </Switch>
      </Shell>
    </OrganizationGate>
  );
}

/** The screen of a user, whose id comes as it stands in the address. */
function withUser(segment: string, screen: (user: UserId) => ReactNode): ReactNode {
  const id = segmentValue(segment);
  return id === null ? <NotFoundScreen /> : screen(userId.parse(id));
}
