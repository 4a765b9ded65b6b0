import * as z from 'zod/mini';
import { defineRoute } from './route.ts';
import { authenticationMethod, part, userProfile } from './user.ts';
import { actProblems, userParams } from './user-route.ts';

/** ISO 8601 in UTC, as Auth0 writes it. */
const timestamp = z.string();

const nothing = z.object({});

export const passwordReset = z.strictObject({
  /** The client id of the application that the mail leads to: one of `Settings.applications`. */
  application: z.optional(z.string().check(z.maxLength(128))),
});

export const sendPasswordReset = defineRoute({
  name: 'sendPasswordReset',
  summary: 'Sends one member the mail by which he chooses a new password',
  method: 'POST',
  path: '/users/:userId/password-reset',
  params: userParams,
  body: passwordReset,
  response: nothing,
  permission: 'reset:credentials',
  problems: actProblems,
});

export const temporaryPassword = z.strictObject({
  password: z.string().check(z.minLength(1), z.maxLength(128)),
});
export type TemporaryPassword = z.infer<typeof temporaryPassword>;

/** The member cannot get into any application before he has chosen a password of his own. */
export const setPassword = defineRoute({
  name: 'setPassword',
  summary: 'Gives one member a temporary password',
  method: 'PUT',
  path: '/users/:userId/password',
  params: userParams,
  body: temporaryPassword,
  response: userProfile,
  permission: 'set:passwords',
  problems: [...actProblems, 'weak-password'],
});

export const removeBruteForceBlocks = defineRoute({
  name: 'removeBruteForceBlocks',
  summary: 'Lets one member sign in again whom brute-force protection refuses',
  method: 'DELETE',
  path: '/users/:userId/brute-force-blocks',
  params: userParams,
  response: nothing,
  permission: 'reset:credentials',
  problems: actProblems,
});

export const removeAuthenticationMethods = defineRoute({
  name: 'removeAuthenticationMethods',
  summary: 'Removes every second factor and passkey of one member',
  method: 'DELETE',
  path: '/users/:userId/authentication-methods',
  params: userParams,
  /** Those of them that Auth0 does not let go: with a passkey, perhaps all. A password is not one of them. */
  response: z.object({ left: z.array(authenticationMethod) }),
  permission: 'reset:credentials',
  problems: actProblems,
});

export const removeAuthenticationMethod = defineRoute({
  name: 'removeAuthenticationMethod',
  summary: 'Removes one second factor or passkey of one member',
  method: 'DELETE',
  path: '/users/:userId/authentication-methods/:methodId',
  params: z.strictObject({ ...userParams.shape, methodId: z.string() }),
  response: nothing,
  permission: 'reset:credentials',
  problems: [...actProblems, 'item-not-found'],
});

export const regenerateRecoveryCode = defineRoute({
  name: 'regenerateRecoveryCode',
  summary: 'Gives one member a new recovery code, told once; the old one is void',
  method: 'POST',
  path: '/users/:userId/recovery-code',
  params: userParams,
  response: z.object({ recovery_code: z.string() }),
  permission: 'reset:credentials',
  problems: [...actProblems, 'item-not-found'],
});

export const forgetBrowsers = defineRoute({
  name: 'forgetBrowsers',
  summary: 'Asks one member for his second factor again on every browser that had remembered it',
  method: 'DELETE',
  path: '/users/:userId/remembered-browsers',
  params: userParams,
  response: nothing,
  permission: 'reset:credentials',
  problems: actProblems,
});

/** What Auth0 knows of the browser or device. */
const device = {
  ip: z.optional(z.string()),
  user_agent: z.optional(z.string()),
};

export const session = z.object({
  id: z.string(),
  authenticated_at: z.optional(timestamp),
  last_interacted_at: z.optional(timestamp),
  /** The earlier of the two moments at which Auth0 ends it. */
  expires_at: z.optional(timestamp),
  /** Names of applications; of one that may not be named, nothing. */
  applications: z.array(z.string()),
  ...device,
});
export type Session = z.infer<typeof session>;

/** By which an application goes on acting for the person without asking him again. */
export const refreshToken = z.object({
  id: z.string(),
  application: z.optional(z.string()),
  session_id: z.optional(z.string()),
  created_at: z.optional(timestamp),
  last_exchanged_at: z.optional(timestamp),
  expires_at: z.optional(timestamp),
  ...device,
});
export type RefreshToken = z.infer<typeof refreshToken>;

/** A device as the older device-credentials call names it: shown where the plan lacks refresh tokens. */
export const deviceCredential = z.object({
  id: z.string(),
  device_name: z.optional(z.string()),
  application: z.optional(z.string()),
  type: z.string(),
});
export type DeviceCredential = z.infer<typeof deviceCredential>;

export const userAccess = z.object({
  sessions: part(session),
  refreshTokens: part(refreshToken),
  deviceCredentials: part(deviceCredential),
});
export type UserAccess = z.infer<typeof userAccess>;

export const getAccess = defineRoute({
  name: 'getAccess',
  summary: 'Where one member is signed in, and which applications have access',
  method: 'GET',
  path: '/users/:userId/sessions',
  params: userParams,
  response: userAccess,
  permission: 'read:users',
  problems: ['organization-required', 'permission-missing', 'user-not-found'],
});

/**
 * How the two ended; access tokens live on until they expire. `unentitled`: the vendor's Auth0 plan does not let all of
 * it be ended, and nobody knows what goes on living.
 */
const accessEnded = z.object({ ended: z.enum(['all', 'unentitled']) });

export const endAccess = defineRoute({
  name: 'endAccess',
  summary: 'Ends every session and refresh token of one member',
  method: 'DELETE',
  path: '/users/:userId/sessions',
  params: userParams,
  response: accessEnded,
  permission: 'reset:credentials',
  problems: actProblems,
});

export const endSession = defineRoute({
  name: 'endSession',
  summary: 'Ends one session of one member, with its refresh tokens',
  method: 'DELETE',
  path: '/users/:userId/sessions/:sessionId',
  params: z.strictObject({ ...userParams.shape, sessionId: z.string() }),
  response: nothing,
  permission: 'reset:credentials',
  problems: [...actProblems, 'item-not-found'],
});

export const endRefreshToken = defineRoute({
  name: 'endRefreshToken',
  summary: 'Ends the access that one application has to one member',
  method: 'DELETE',
  path: '/users/:userId/refresh-tokens/:tokenId',
  params: z.strictObject({ ...userParams.shape, tokenId: z.string() }),
  response: nothing,
  permission: 'reset:credentials',
  problems: [...actProblems, 'item-not-found'],
});

export const removeDeviceCredential = defineRoute({
  name: 'removeDeviceCredential',
  summary: 'Removes one device credential of one member',
  method: 'DELETE',
  path: '/users/:userId/device-credentials/:credentialId',
  params: z.strictObject({ ...userParams.shape, credentialId: z.string() }),
  response: nothing,
  permission: 'reset:credentials',
  problems: [...actProblems, 'item-not-found'],
});
