import { badRequest } from './errors.ts';
import type { PermissionGrant } from './model.ts';
import type { Shape } from './payload.ts';
import type { TenantStore } from './store.ts';

/** The body of every call that gives or takes permissions. */
export const grantsShape: Shape = {
  type: 'object',
  required: ['permissions'],
  properties: {
    permissions: {
      type: 'array',
      minItems: 1,
      description: 'Array of resource_server_identifier, permission_name pairs.',
      items: {
        type: 'object',
        required: ['resource_server_identifier', 'permission_name'],
        properties: {
          resource_server_identifier: { type: 'string', minLength: 1 },
          permission_name: { type: 'string', minLength: 1 },
        },
      },
    },
  },
};

export interface GrantsInput {
  permissions: PermissionGrant[];
}

export function sameGrant(one: PermissionGrant, other: PermissionGrant): boolean {
  return (
    one.permission_name === other.permission_name &&
    one.resource_server_identifier === other.resource_server_identifier
  );
}

/** @throws ManagementError 400 for a permission that no API has. */
export function addGrants(
  store: TenantStore,
  held: PermissionGrant[],
  added: PermissionGrant[],
): PermissionGrant[] {
  for (const grant of added)
    if (!isDefined(store, grant)) throw badRequest(`The permission ${grant.permission_name} does not exist.`);
  return [...held, ...added.filter((grant) => !held.some((other) => sameGrant(grant, other)))];
}

export function removeGrants(held: PermissionGrant[], removed: PermissionGrant[]): PermissionGrant[] {
  return held.filter((grant) => !removed.some((other) => sameGrant(grant, other)));
}

/** A permission as it is listed: with its API's name and its description. */
export function grantRow(store: TenantStore, grant: PermissionGrant) {
  const server = store.resourceServer(grant.resource_server_identifier);
  const scope = server?.scopes.find(({ value }) => value === grant.permission_name);
  return {
    resource_server_identifier: grant.resource_server_identifier,
    permission_name: grant.permission_name,
    resource_server_name: server?.name ?? '',
    description: scope?.description ?? '',
  };
}

function isDefined(store: TenantStore, grant: PermissionGrant): boolean {
  const server = store.resourceServer(grant.resource_server_identifier);
  return server?.scopes.some(({ value }) => value === grant.permission_name) ?? false;
}
