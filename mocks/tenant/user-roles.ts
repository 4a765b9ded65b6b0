import { bodyAs, type Endpoint, json, noContent } from './endpoint.ts';
import { badRequest } from './errors.ts';
import { offsetPage, offsetParams } from './pages.ts';
import type { Shape } from './payload.ts';
import { roleOf, roleRow } from './roles.ts';
import type { TenantStore } from './store.ts';
import { recordOf } from './user-record.ts';

const path = '/users/:id/roles';
const userId = 'id';
/**
 * How one more is refused is not documented.
 *
 * @see https://auth0.com/docs/troubleshoot/customer-support/operational-policies/entity-limit-policy
 */
const mostRoles = 50;

const body: Shape = {
  type: 'object',
  required: ['roles'],
  properties: {
    roles: {
      type: 'array',
      minItems: 1,
      items: { type: 'string', minLength: 1 },
      description: 'List of roles IDs to associate with the user.',
    },
  },
};

interface RolesInput {
  roles: string[];
}

/**
 * Tenant-wide roles only: those of organizations live on the membership.
 *
 * @see https://auth0.com/docs/manage-users/access-control/configure-core-rbac/rbac-users/assign-roles-to-users
 */
export function userRoleEndpoints(store: TenantStore): Endpoint[] {
  return [
    {
      method: 'GET',
      path,
      userId,
      scopes: [['read:users', 'read:roles'], ['read:role_members']],
      query: offsetParams,
      group: 'users_read',
      answer({ param, query }) {
        const held = recordOf(store, param('id')).roles ?? [];
        const roles = held.flatMap((id) => store.roles.get(id) ?? []).map(roleRow);
        return json(offsetPage(query, 'roles', roles));
      },
    },
    {
      method: 'POST',
      path,
      userId,
      scopes: [['update:users'], ['create:role_members']],
      body,
      group: 'users_write',
      operation: 'Assign roles to a user',
      answer(call) {
        const record = recordOf(store, call.param('id'));
        const added = bodyAs<RolesInput>(call).roles.map((id) => roleOf(store, id).id);
        const held = (record.roles ?? []).filter((id) => store.roles.get(id));
        const roles = [...new Set([...held, ...added])];
        if (roles.length > mostRoles) throw badRequest(`A user may have at most ${mostRoles} roles.`);
        store.saveUser({ ...record, roles });
        return noContent();
      },
    },
    {
      method: 'DELETE',
      path,
      userId,
      scopes: [['update:users'], ['delete:role_members']],
      body,
      group: 'users_write',
      operation: 'Remove roles from a user',
      answer(call) {
        const record = recordOf(store, call.param('id'));
        const removed = new Set(bodyAs<RolesInput>(call).roles);
        store.saveUser({ ...record, roles: record.roles?.filter((id) => !removed.has(id)) });
        return noContent();
      },
    },
  ];
}
