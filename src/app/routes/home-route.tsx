import { Redirect } from 'wouter';
import { rememberedOrganization } from '#app/organization/remembered-organization.ts';
import { usersPath } from '#app/paths.ts';
import { useSession } from '#app/session/session.ts';
import { WhichOrganization } from './which-organization.tsx';

/** Leads to the organization that the admin worked in last, else to his only one, else to the choice. */
export function HomeRoute() {
  const { viewer } = useSession();
  const remembered = rememberedOrganization(viewer);
  return remembered === null ? <WhichOrganization /> : <Redirect to={usersPath(remembered)} replace />;
}
