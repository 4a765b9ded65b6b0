import * as z from 'zod/mini';
import { defineRoute } from './route.ts';
import { role } from './user.ts';
import { actProblems, userParams } from './user-route.ts';

/** A role of the tenant that the vendor's policy shows, and what stands against giving it. */
export const assignableRole = z.extend(role, {
  /** `outranked`: it carries rights that the admin does not have; `policy`: the vendor says no. */
  locked: z.optional(z.enum(['outranked', 'policy'])),
  reason: z.optional(z.string()),
});
export type AssignableRole = z.infer<typeof assignableRole>;

export const listRoles = defineRoute({
  name: 'listRoles',
  summary: 'The roles that the admin may see, with those he may not give locked',
  method: 'GET',
  path: '/roles',
  response: z.object({ roles: z.array(assignableRole) }),
  permission: 'read:users',
  problems: ['organization-required', 'permission-missing'],
});

const roleIds = z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50));

/**
 * The roles that the member shall have, and those the admin saw: the difference is what he wants, and is applied to
 * what is so now, so that two admins do not undo each other.
 */
export const roleChange = z.strictObject({ roles: roleIds, seen: roleIds });
export type RoleChange = z.infer<typeof roleChange>;

export const changeRoles = defineRoute({
  name: 'changeRoles',
  summary: 'Gives and takes roles of one member',
  method: 'PUT',
  path: '/users/:userId/roles',
  params: userParams,
  body: roleChange,
  response: z.object({ roles: z.array(role) }),
  permission: 'manage:roles',
  problems: [...actProblems, 'role-refused'],
});
