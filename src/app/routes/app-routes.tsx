import { Route, Switch } from 'wouter';
import { screens } from '#app/paths.ts';
import { StepUpGate } from '#app/session/step-up-gate.tsx';
import { HomeRoute } from './home-route.tsx';
import { OrganizationRoute } from './organization-route.tsx';
import { NotFoundRoute } from './screens.ts';
import { WhichOrganization } from './which-organization.tsx';

/** Which address shows which screen. */
export function AppRoutes() {
  return (
    <StepUpGate>
      <Switch>
        <Route path={screens.home.path} component={HomeRoute} />
        <Route path={screens.organizations.path} component={WhichOrganization} />
        {/* One route for the screens of an organization: going between them keeps what stands around them. */}
        <Route path={`${screens.organization.path}/*`}>
          {({ organization }) => <OrganizationRoute organization={organization} />}
        </Route>
        <Route component={NotFoundRoute} />
      </Switch>
    </StepUpGate>
  );
}
