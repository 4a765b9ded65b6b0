import { listRoles } from '#contract/roles.ts';
import type { Services } from '../../services.ts';
import { type Binding, bind } from '../bind.ts';
import { rolesFor } from './roles-for.ts';

export function bindListRoles(services: Services): Binding {
  return bind(listRoles, async ({ admin, organization, caller }) => ({
    roles: await rolesFor({ admin, organization }, services, caller),
  }));
}
