import { Route, Switch } from 'wouter';
import { segmentValue } from '#app/lib/location.ts';
import { OrganizationGate } from '#app/organization/organization-gate.tsx';
import { screens } from '#app/paths.ts';
import { Shell } from '#app/shell/shell.tsx';
import { organizationId } from '#contract/me.ts';
import { AuditScreen } from './audit-screen.tsx';
import { FetchEarly } from './fetch-early.tsx';
import { LeaveScreen } from './leave-screen.tsx';
import { NotFoundRoute } from './not-found-route.tsx';
import { NotFoundScreen } from './not-found-screen.tsx';
import { PeopleScreen } from './people-screen.tsx';
import { UserScreen } from './user-screen.tsx';
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
            <PeopleScreen page="add" />
          </Route>
          <Route path={screens.invitations.path}>
            <PeopleScreen page="invitations" />
          </Route>
          <Route path={screens.leave.path}>{({ userId }) => <LeaveScreen userId={userId} />}</Route>
          <Route path={`${screens.userTab.path}?`}>
            {({ userId, tab }) => <UserScreen userId={userId} tab={tab} />}
          </Route>
          <Route path={screens.audit.path} component={AuditScreen} />
          <Route component={NotFoundScreen} />
        </Switch>
      </Shell>
    </OrganizationGate>
  );
}
