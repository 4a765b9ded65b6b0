import * as z from 'zod/mini';
import type { Permission } from './permission.ts';
import { stepUpDemand } from './step-up.ts';

/**
 * Everything an admin may do to one user, and the permission it takes. Policies, explanations and the audit log know
 * acts by these names.
 */
export const userActs = {
  editProfile: 'update:users',
  changeEmail: 'update:users',
  changeUsername: 'update:users',
  changePhone: 'update:users',
  sendVerificationEmail: 'update:users',
  sendPasswordReset: 'reset:credentials',
  setPassword: 'set:passwords',
  block: 'block:users',
  unblock: 'block:users',
  removeBruteForceBlocks: 'reset:credentials',
  removeAuthenticationMethods: 'reset:credentials',
  regenerateRecoveryCode: 'reset:credentials',
  forgetBrowsers: 'reset:credentials',
  endSessions: 'reset:credentials',
  changeRoles: 'manage:roles',
  linkIdentity: 'update:users',
  unlinkIdentity: 'update:users',
  leave: 'delete:users',
  cancelLeave: 'delete:users',
  delete: 'delete:users',
  exportData: 'export:users',
} as const satisfies Record<string, Permission>;

export type UserAct = keyof typeof userActs;

// `Object.keys` forgets the names.
export const userActNames = Object.keys(userActs) as UserAct[];

/**
 * What can stand against an act, in the order in which it is asked.
 *
 * - `permission`: the admin does not hold the permission
 * - `own-account`: the user is the admin himself; `outranked`: the user may do what the admin may not
 * - `shared-user`: the act would reach into other organizations
 * - `last-administrator`: nobody would be left to administrate the organization
 * - `connection`: Auth0 does not allow it for this kind of account; `state`: there is nothing to do, or not now
 * - `policy`: the vendor says no, with `reason`
 */
export const actRule = z.enum([
  'permission',
  'own-account',
  'outranked',
  'shared-user',
  'last-administrator',
  'connection',
  'state',
  'policy',
]);
export type ActRule = z.infer<typeof actRule>;

/**
 * Whether an act may be done, and what stands against it. The vendor's `reason` is for the admin to read.
 *
 * `signInAgain` is how he would be asked to sign in before it, as things are now; absent when he would not.
 */
export const actDecision = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true), signInAgain: z.optional(stepUpDemand) }),
  z.object({ allowed: z.literal(false), rule: actRule, reason: z.optional(z.string()) }),
]);
export type ActDecision = z.infer<typeof actDecision>;
