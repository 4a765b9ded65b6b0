import type { Management } from 'auth0';
import { z } from 'zod';
import { Problem } from '../problem.ts';
import { permissions, roles } from './answers.ts';
import type { UpstreamCall } from './attempt.ts';
import type { Caller } from './caller.ts';
import type { Reader } from './reader.ts';
import { ofUser } from './user-path.ts';

export type Auth0Role = z.infer<typeof roles>[number];

/** The tenant's roles, and those of a user. All throw what `Gateway` throws. */
export interface RolesGateway {
  /** @see https://auth0.com/docs/manage-users/access-control/configure-core-rbac/roles/view-roles */
  tenantRoles(caller: Caller): Promise<Auth0Role[]>;
  /** Names of what the role allows at the API; null for a missing role. */
  rolePermissions(roleId: string, audience: string, caller: Caller): Promise<string[] | null>;
  /** As he has them now, whatever else is being read; null for a missing user. */
  rolesNow(userId: string, caller: Caller): Promise<Auth0Role[] | null>;
  /** Giving what he has, and taking what he has not, does nothing. False for a missing user. */
  giveRoles(userId: string, roleIds: readonly string[], caller: Caller): Promise<boolean>;
  takeRoles(userId: string, roleIds: readonly string[], caller: Caller): Promise<boolean>;
}

const pageSize = 100;
/** Auth0 lets a tenant have 1,000 roles, and a role 1,000 permissions. */
const maximumPages = 10;

export function openRoles(reader: Reader): RolesGateway {
  /** Every page of a list that is read by offset; null when the first is missing. */
  async function everyPage<Item>(
    read: (query: { page: number; per_page: number }) => Promise<Item[] | null>,
  ): Promise<Item[] | null> {
    const all: Item[] = [];
    for (let page = 0; page < maximumPages; page += 1) {
      const found = await read({ page, per_page: pageSize });
      if (!found) return null;
      all.push(...found);
      if (found.length < pageSize) return all;
    }
    return all;
  }

  async function change(
    method: 'POST' | 'DELETE',
    userId: string,
    roleIds: readonly string[],
    caller: Caller,
  ): Promise<boolean> {
    const body: Management.AssignUserRolesRequestContent = { roles: [...roleIds] };
    const call: UpstreamCall = { ...ofUser(userId, 'roles'), method, body, idempotent: true };
    return (await reader.write(call, nothing, caller)) !== null;
  }

  return {
    async tenantRoles(caller) {
      const found = await everyPage((query) =>
        reader.read({ template: '/roles', path: '/roles', query }, roles, caller),
      );
      return found ?? [];
    },
    async rolePermissions(roleId, audience, caller) {
      const template = '/roles/{id}/permissions';
      const path = `/roles/${encodeURIComponent(roleId)}/permissions` as const;
      const found = await everyPage((query) => reader.read({ template, path, query }, permissions, caller));
      // To go on without the rest could make a role look harmless that is not.
      if (found && found.length >= maximumPages * pageSize) {
        throw new Problem('auth0-refused', { detail: 'This role has too many permissions.' });
      }
      const here = found?.filter((grant) => grant.resource_server_identifier === audience);
      return here?.map((grant) => grant.permission_name) ?? null;
    },
    rolesNow: (userId, caller) =>
      reader.read({ ...ofUser(userId, 'roles'), query: { per_page: pageSize } }, roles, caller, {
        fresh: true,
      }),
    giveRoles: (userId, roleIds, caller) => change('POST', userId, roleIds, caller),
    takeRoles: (userId, roleIds, caller) => change('DELETE', userId, roleIds, caller),
  };
}

/** 204. */
const nothing = z.unknown().transform(() => true);
